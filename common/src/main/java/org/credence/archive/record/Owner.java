package org.credence.archive.record;

import org.jspecify.annotations.Nullable;

/**
 * Whose an export is, as far as one of its files has said so: what the files after it hold is
 * written by the owner, unless it names somebody. Keyed hashes.
 */
public final class Owner {

  private @Nullable String author;
  private @Nullable String handle;

  public void is(@Nullable String authorKey, @Nullable String handleKey) {
    author = authorKey == null ? handleKey : authorKey;
    handle = handleKey;
  }

  /** Gives a post that names nobody its author. */
  public void sign(Draft post) {
    if (post.authorKey == null && post.handleKey == null) {
      post.authorKey = author;
      post.handleKey = handle;
    }
  }
}
