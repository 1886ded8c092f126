package org.credence.archive.mapping;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a text of what a scope holds; null for nothing. */
interface Expression {

  @Nullable String text(Scope scope);

  /** Adds the names of all fields that it looks at. */
  void names(Set<String> names);

  /** Whether it looks at more of a document than the record. */
  boolean looksBeside();

  /** A text that stands in the mapping file. */
  record Literal(String value) implements Expression {
    @Override
    public String text(Scope scope) {
      return value;
    }

    @Override
    public void names(Set<String> names) {}

    @Override
    public boolean looksBeside() {
      return false;
    }
  }

  /** The first of these that is something. */
  record First(List<Expression> of) implements Expression {
    @Override
    public @Nullable String text(Scope scope) {
      for (Expression one : of) {
        String text = one.text(scope);
        if (text != null) {
          return text;
        }
      }
      return null;
    }

    @Override
    public void names(Set<String> names) {
      of.forEach(one -> one.names(names));
    }

    @Override
    public boolean looksBeside() {
      return of.stream().anyMatch(Expression::looksBeside);
    }
  }

  /** A function of some values. */
  record Call(Function function, List<Expression> arguments) implements Expression {
    @Override
    public @Nullable String text(Scope scope) {
      return function.apply(arguments, scope);
    }

    @Override
    public void names(Set<String> names) {
      arguments.forEach(one -> one.names(names));
    }

    @Override
    public boolean looksBeside() {
      return arguments.stream().anyMatch(Expression::looksBeside);
    }
  }
}
