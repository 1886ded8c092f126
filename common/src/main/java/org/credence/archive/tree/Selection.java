package org.credence.archive.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which part of a document is looked at.
 *
 * @param records paths to the records, one name a step; lists take no step. The first path that a
 *     document has counts; an empty path is the document itself; one that begins with an empty step
 *     names the root of an XML document, too
 * @param names that are looked at anywhere; all others are left out of trees
 * @param whole whether a record needs what stands beside it, so that documents are read whole
 */
public record Selection(List<List<String>> records, Set<String> names, boolean whole) {

  /** Stands in a path for any name. */
  public static final String ANY = "*";

  public Selection {
    records = List.copyOf(records);
    names = Set.copyOf(names);
  }

  boolean isWanted(String name) {
    return names.contains(name) || names.contains(ANY);
  }

  /** The records of a document; a page without any is one that is out of scope. */
  List<Tree> of(Node document) {
    for (List<String> path : records) {
      List<Tree> found = new ArrayList<>();
      if (collect(document, path, document, found)) {
        return found.isEmpty() ? List.of(Tree.empty(document)) : found;
      }
    }
    return List.of(Tree.of(document, document));
  }

  /** Whether the document has this path, with records at its end or none. */
  private static boolean collect(Node at, List<String> path, Node document, List<Tree> found) {
    if (at instanceof Node.Items items) {
      boolean has = items.all().isEmpty() && path.isEmpty();
      for (Node item : items.all()) {
        has |= collect(item, path, document, found);
      }
      return has;
    }
    if (!(at instanceof Node.Fields fields)) {
      return false;
    }
    if (path.isEmpty()) {
      found.add(Tree.of(at, document));
      return true;
    }
    List<String> rest = path.subList(1, path.size());
    boolean has = false;
    for (var field : fields.byName().entrySet()) {
      if (isStep(path.get(0), field.getKey())) {
        has |= collect(field.getValue(), rest, document, found);
      }
    }
    return has;
  }

  static boolean isStep(String step, String name) {
    return step.equals(ANY) || step.equals(name);
  }
}
