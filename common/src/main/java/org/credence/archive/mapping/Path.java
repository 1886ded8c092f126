package org.credence.archive.mapping;

import java.util.List;
import java.util.Set;
import org.credence.archive.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands.
 *
 * @param start where the steps begin
 * @param up how often to go to what the node lies below, first
 */
record Path(Start start, int up, List<Step> steps) implements Expression {

  /** Where a path begins. */
  enum Start {
    /** At the node that is being mapped. */
    NODE,
    /** {@code ^/}: at the record, however deep the node lies in it. */
    RECORD,
    /** {@code /}: at the document that the record is in. */
    DOCUMENT
  }

  /**
   * One name, with a condition on which of several is meant.
   *
   * @param key field of the wanted element, or null for the first
   * @param value that the field must have
   */
  record Step(String name, @Nullable String key, @Nullable Expression value) {}

  Path {
    steps = List.copyOf(steps);
  }

  @Override
  public @Nullable String text(Scope scope) {
    Node found = find(scope);
    return found == null ? null : found.text();
  }

  /** The value, or null where there is none. */
  @Nullable Node find(Scope scope) {
    Node at = begin(scope);
    for (Step step : steps) {
      at = at == null ? null : step(at, step, scope);
    }
    return at;
  }

  private @Nullable Node begin(Scope scope) {
    if (start == Start.DOCUMENT) {
      return scope.document();
    }
    Scope from = start == Start.RECORD ? scope.record() : scope;
    for (int i = 0; i < up; i++) {
      Scope above = from.parent();
      if (above == null) {
        return null;
      }
      from = above;
    }
    return from.node();
  }

  private static @Nullable Node step(Node at, Step step, Scope scope) {
    Node found = at.field(step.name());
    if (found == null || step.key() == null || step.value() == null) {
      return found;
    }
    String wanted = step.value().text(scope);
    return wanted == null ? null : scope.joins().find(found, step.key(), wanted);
  }

  @Override
  public void names(Set<String> names) {
    for (Step step : steps) {
      names.add(step.name());
      if (step.key() != null && step.value() != null) {
        names.add(step.key());
        step.value().names(names);
      }
    }
  }

  @Override
  public boolean looksBeside() {
    return start == Start.DOCUMENT
        || steps.stream().anyMatch(step -> step.value() != null && step.value().looksBeside());
  }
}
