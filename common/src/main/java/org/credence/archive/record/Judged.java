package org.credence.archive.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record with its verdict, filled again for every record: by default rejected for nothing, so a
 * reader says what it is.
 */
public final class Judged {

  /** What a record can be. */
  public enum Verdict {
    POST,
    REJECTED,
    OUT_OF_SCOPE,
    NOTICE
  }

  private static final byte[] NONE = {};

  private final List<Draft> drafts = new ArrayList<>();
  private int posts;
  private Verdict verdict = Verdict.POST;
  private @Nullable String reason;
  private @Nullable String erased;
  private @Nullable String withdrawn;
  private @Nullable String scrubbedAuthor;
  private @Nullable String scrubbedPost;
  private @Nullable Object shown;
  private byte[] bytes = NONE;
  private int offset;
  private int length;

  /** Forgets the last record and takes the bytes of the next, which stay the framing's own. */
  public void begin(byte[] recordBytes, int recordOffset, int recordLength) {
    posts = 0;
    verdict = Verdict.POST;
    reason = null;
    erased = null;
    withdrawn = null;
    scrubbedAuthor = null;
    scrubbedPost = null;
    shown = null;
    bytes = recordBytes;
    offset = recordOffset;
    length = recordLength;
  }

  /** The same for a record that is no bytes any more. */
  public void begin(Object record) {
    begin(NONE, 0, 0);
    shown = record;
  }

  /** One more post of this record, empty. */
  public Draft addPost() {
    if (posts == drafts.size()) {
      drafts.add(new Draft());
    }
    Draft draft = drafts.get(posts++);
    draft.clear();
    return draft;
  }

  public void reject(Reason why) {
    judge(Verdict.REJECTED, why.code());
  }

  /**
   * @param code short and stable, for reasons that one source knows
   */
  public void reject(String code) {
    judge(Verdict.REJECTED, code);
  }

  public void outOfScope(Reason why) {
    judge(Verdict.OUT_OF_SCOPE, why.code());
  }

  /**
   * @param code short and stable, for reasons that one source knows
   */
  public void outOfScope(String code) {
    judge(Verdict.OUT_OF_SCOPE, code);
  }

  /**
   * @param kind of the notice, a short stable code
   * @param postId of the post that it erases, if any
   */
  public void notice(String kind, @Nullable String postId) {
    notice(kind, postId, null);
  }

  /**
   * @param authorId of the author whose account it ends, if any
   */
  public void notice(String kind, @Nullable String postId, @Nullable String authorId) {
    judge(Verdict.NOTICE, kind);
    erased = postId;
    withdrawn = authorId;
  }

  /**
   * A notice that takes back where posts were written.
   *
   * @param authorId of the author whose posts they are, or null when only one post is meant
   * @param postId of the last post that is meant, or null for all of the author
   */
  public void scrub(String kind, @Nullable String authorId, @Nullable String postId) {
    judge(Verdict.NOTICE, kind);
    scrubbedAuthor = authorId;
    scrubbedPost = postId;
  }

  private void judge(Verdict judgement, String why) {
    posts = 0;
    verdict = judgement;
    reason = why;
  }

  public Verdict verdict() {
    return verdict;
  }

  public @Nullable String reason() {
    return reason;
  }

  /** Id of the post that a notice erases. */
  public @Nullable String erased() {
    return erased;
  }

  /** Id of the author whom a notice erases. */
  public @Nullable String withdrawn() {
    return withdrawn;
  }

  /** Id of the author whose places a notice takes back. */
  public @Nullable String scrubbedAuthor() {
    return scrubbedAuthor;
  }

  /** Id of the last post of which it takes the place back. */
  public @Nullable String scrubbedPost() {
    return scrubbedPost;
  }

  public int posts() {
    return posts;
  }

  public Draft post(int ordinal) {
    return drafts.get(ordinal);
  }

  /** The beginning of the record as text. */
  public String excerpt() {
    Object record = shown;
    if (record == null) {
      return Excerpt.of(bytes, offset, length);
    }
    byte[] text = record.toString().getBytes(StandardCharsets.UTF_8);
    return Excerpt.of(text, 0, text.length);
  }
}
