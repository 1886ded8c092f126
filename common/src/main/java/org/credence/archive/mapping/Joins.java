package org.credence.archive.mapping;

import java.util.HashMap;
import java.util.Map;
import org.credence.archive.tree.Node;
import org.jspecify.annotations.Nullable;

/** Finds elements of lists by the text of one of their fields; remembers where in long lists. */
final class Joins {

  private static final int LONG = 8;

  private record Key(Node.Items list, String field) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.list == list && key.field.equals(field);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(list) + field.hashCode();
    }
  }

  private final Map<Key, Map<String, Node>> indexes = new HashMap<>();
  private @Nullable Node document;

  /** Forgets what it knows of another document. */
  Joins of(Node current) {
    if (current != document) {
      indexes.clear();
      document = current;
    }
    return this;
  }

  /** The first element that has this text in this field. */
  @Nullable Node find(Node list, String field, String text) {
    if (list instanceof Node.Items items && items.all().size() > LONG) {
      return indexes.computeIfAbsent(new Key(items, field), Joins::index).get(text);
    }
    for (Node item : list.items()) {
      Node value = item.field(field);
      if (value != null && text.equals(value.text())) {
        return item;
      }
    }
    return null;
  }

  private static Map<String, Node> index(Key key) {
    Map<String, Node> index = new HashMap<>();
    for (Node item : key.list().all()) {
      Node value = item.field(key.field());
      String text = value == null ? null : value.text();
      if (text != null) {
        index.putIfAbsent(text, item);
      }
    }
    return index;
  }
}
