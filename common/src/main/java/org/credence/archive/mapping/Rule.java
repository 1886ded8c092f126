package org.credence.archive.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of nodes for which a condition holds.
 *
 * @param below further posts that hang on such a node
 */
record Rule(Condition when, Outcome outcome, List<Below> below) {

  Rule {
    below = List.copyOf(below);
  }

  /** What a node is. */
  sealed interface Outcome {
    /** A post. */
    record Post(PostFields fields) implements Outcome {}

    /**
     * A message that takes something back, if it names it.
     *
     * @param erasesPost id of a post
     * @param erasesAuthor id of an author, with all posts
     * @param scrubsAuthor id of an author whose places it takes back
     * @param scrubsPost id of the last post of which it does, or without an author of the only one
     */
    record Notice(
        String kind,
        @Nullable Expression erasesPost,
        @Nullable Expression erasesAuthor,
        @Nullable Expression scrubsAuthor,
        @Nullable Expression scrubsPost)
        implements Outcome {

      boolean erases() {
        return erasesPost != null || erasesAuthor != null;
      }

      boolean scrubs() {
        return scrubsAuthor != null || scrubsPost != null;
      }

      Stream<Expression> expressions() {
        return Stream.of(
                Optional.ofNullable(erasesPost),
                Optional.ofNullable(erasesAuthor),
                Optional.ofNullable(scrubsAuthor),
                Optional.ofNullable(scrubsPost))
            .flatMap(Optional::stream);
      }
    }

    /**
     * Whose the export is that the file is a part of.
     *
     * @param author id of the account
     */
    record Owner(@Nullable Expression author, @Nullable Expression handle) implements Outcome {}

    /** What other rules say, of the node or of what lies in it. */
    record Use(Below below) implements Outcome {}

    /** Something that is none of our business. */
    record OutOfScope(String reason) implements Outcome {}

    /** Something that should have been a post. */
    record Reject(String reason) implements Outcome {}
  }

  /**
   * Where further posts stand.
   *
   * @param in the nodes; the node itself where it is an empty path
   * @param use name of the rules that map them
   */
  record Below(Path in, String use) {}
}
