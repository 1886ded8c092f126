package org.credence.archive.tree;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a record: a text, named values, or a list. What is null or absent has no node. */
public sealed interface Node {

  /** Name of the text of an XML element that has attributes or children, too. */
  String TEXT = "#";

  /** A text, a number as it is written, or true or false. */
  record Leaf(String value) implements Node {
    @Override
    public String toString() {
      return '"' + value + '"';
    }
  }

  /** Values by name, in the order of the record. */
  record Fields(Map<String, Node> byName) implements Node {
    @Override
    public String toString() {
      return byName.toString();
    }
  }

  /** Values in order. */
  record Items(List<Node> all) implements Node {
    @Override
    public String toString() {
      return all.toString();
    }
  }

  /**
   * The text; null where it is blank or there is none. Of a list that of the first that has one.
   */
  default @Nullable String text() {
    if (this instanceof Leaf leaf) {
      return leaf.value().isBlank() ? null : leaf.value();
    }
    if (this instanceof Fields fields) {
      Node text = fields.byName().get(TEXT);
      return text == null ? null : text.text();
    }
    for (Node item : items()) {
      String text = item.text();
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /**
   * The value of this name; in a list that of the first that has it, or the one at this index, -1
   * being the last.
   */
  default @Nullable Node field(String name) {
    if (this instanceof Fields fields) {
      return fields.byName().get(name);
    }
    if (!(this instanceof Items items)) {
      return null;
    }
    if (name.matches("-1|[0-9]{1,6}")) {
      int size = items.all().size();
      int index = name.equals("-1") ? size - 1 : Integer.parseInt(name);
      return index >= 0 && index < size ? items.all().get(index) : null;
    }
    for (Node item : items.all()) {
      Node found = item.field(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The values of a list; anything else is a list of itself. */
  default List<Node> items() {
    return this instanceof Items items ? items.all() : List.of(this);
  }
}
