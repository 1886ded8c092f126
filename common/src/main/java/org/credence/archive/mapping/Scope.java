package org.credence.archive.mapping;

import org.credence.archive.record.FileContext;
import org.credence.archive.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees.
 *
 * @param node that is being mapped
 * @param parent of what the node lies below, for nested posts
 * @param document that the record is in
 * @param joins looks up in lists of the document
 */
record Scope(Node node, @Nullable Scope parent, Node document, Joins joins, FileContext file) {

  Scope below(Node child) {
    return new Scope(child, this, document, joins, file);
  }

  Scope record() {
    Scope above = parent;
    return above == null ? this : above.record();
  }
}
