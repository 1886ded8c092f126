package org.credence.archive.mapping;

import java.util.List;
import java.util.Set;
import org.credence.archive.tree.Node;

/**
 * What must hold of a node.
 *
 * @param all each of which must hold
 */
record Condition(List<Test> all) {

  /**
   * One test of a value, or of each in a list, of which one must hold.
   *
   * @param present whether it must be there; for a test on texts true
   * @param anyOf texts of which it must be one; empty when it must only be there, or not
   */
  record Test(Path path, boolean present, List<String> anyOf) {

    boolean holds(Scope scope) {
      Node found = path.find(scope);
      if (found == null || !present) {
        return found == null && !present;
      }
      return anyOf.isEmpty()
          || found.items().stream().anyMatch(item -> anyOf.contains(String.valueOf(item.text())));
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
    all.forEach(test -> test.path().names(names));
  }

  boolean looksBeside() {
    return all.stream().anyMatch(test -> test.path().looksBeside());
  }
}
