package org.credence.archive.tree;

import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One record that was read.
 *
 * @param document that the record is in: a line, a page, or the record itself
 * @param broken why it can't be understood, or null
 * @param shown what people see of it when it is rejected, by its {@code toString}
 */
public record Tree(Node record, Node document, @Nullable Reason broken, Object shown) {

  private static final Node NOTHING = new Node.Leaf("");

  public static Tree of(Node record, Node document) {
    return new Tree(record, document, null, record);
  }

  /** A page on which there is nothing. */
  static Tree empty(Node document) {
    return new Tree(NOTHING, document, Reason.NO_RECORDS, document);
  }

  public static Tree broken(Reason why, Object shown) {
    return new Tree(NOTHING, NOTHING, why, shown);
  }

  Tree shownAs(Object other) {
    return new Tree(record, document, broken, other);
  }
}
