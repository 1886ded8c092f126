package org.credence.archive.mapping;

import java.util.List;
import java.util.Set;
import org.credence.archive.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a node.
 *
 * @param all each of which must hold
 */
record Condition(List<Test> all) {

  /**
   * One test of a value, or of each in a list, of which one must hold.
   *
   * @param value a path, or what a function makes
   * @param present whether it must be there; for a test on texts true
   * @param anyOf texts of which it must be one; empty when it must only be there, or not
   */
  record Test(Expression value, boolean present, List<String> anyOf) {

    boolean holds(Scope scope) {
      Node found = found(scope);
      if (found == null || !present) {
        return found == null && !present;
      }
      return anyOf.isEmpty()
          || found.items().stream().anyMatch(item -> anyOf.contains(String.valueOf(item.text())));
    }

    private @Nullable Node found(Scope scope) {
      if (value instanceof Path path) {
        return path.find(scope);
      }
      String text = value.text(scope);
      return text == null ? null : new Node.Leaf(text);
    }
  }

  boolean holds(Scope scope) {
    for (Test test : all) {
      if (!test.holds(scope)) {
        return false;
      }
    }
    return true;
  }

  void names(Set<String> names) {
    all.forEach(test -> test.value().names(names));
  }

  boolean looksBeside() {
    return all.stream().anyMatch(test -> test.value().looksBeside());
  }
}
