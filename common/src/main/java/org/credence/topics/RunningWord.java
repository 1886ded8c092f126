package org.credence.topics;

/**
 * A word where it stands in a post.
 *
 * @param text in lower case; empty where something else than a word stands
 */
record RunningWord(String text, Role role) {

  /** What a word may do for a topic. */
  enum Role {
    /** May tell it. */
    TELLS,
    /** May stand inside a phrase: a stop word, a number, a single letter. */
    JOINS,
    /** A handle, without its sign. */
    HANDLE,
    /** Ends a phrase: a sign, a link, an emoji, a name that all posts share. */
    PARTS
  }

  static final RunningWord END = new RunningWord("", Role.PARTS);

  boolean tells() {
    return role == Role.TELLS;
  }

  boolean isWord() {
    return role == Role.TELLS || role == Role.JOINS;
  }
}
