package org.credence.archive.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions: {@code path}, {@code 'text'}, {@code =word}, {@code function(one, two)}, and
 * several of them by {@code |}, of which the first counts that is something. A name in a path that
 * has one of these signs stands in double quotes.
 */
final class ExpressionParser {

  private static final String ENDS = "|,)";

  private final String text;
  private int at;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Expression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Expression parsed = parser.alternatives();
    if (parser.at < text.length()) {
      throw parser.error("'" + text.charAt(parser.at) + "' is too much");
    }
    return parsed;
  }

  /**
   * @throws IllegalArgumentException when it is no path
   */
  static Path path(String text) {
    if (parse(text) instanceof Path path) {
      return path;
    }
    throw new IllegalArgumentException("'" + text + "' is no path");
  }

  private Expression alternatives() {
    List<Expression> all = new ArrayList<>();
    do {
      all.add(one());
      spaces();
    } while (eat('|'));
    return all.size() == 1 ? all.get(0) : new Expression.First(List.copyOf(all));
  }

  private Expression one() {
    spaces();
    if (eat('\'')) {
      return quoted();
    }
    if (eat('=')) {
      return new Expression.Literal(until(ENDS).strip());
    }
    int start = at;
    String name = text.startsWith("\"", at) ? "" : until("|,()/[");
    if (!name.isEmpty() && eat('(')) {
      return call(name.strip());
    }
    at = start;
    return path();
  }

  private Expression quoted() {
    int end = text.indexOf('\'', at);
    if (end < 0) {
      throw error("the quote is never closed");
    }
    String literal = text.substring(at, end);
    at = end + 1;
    return new Expression.Literal(literal);
  }

  private Expression call(String name) {
    Function function = Function.named(name);
    List<Expression> arguments = new ArrayList<>();
    spaces();
    if (!eat(')')) {
      do {
        arguments.add(alternatives());
        spaces();
      } while (eat(','));
      if (!eat(')')) {
        throw error("')' is missing");
      }
    }
    function.check(arguments);
    return new Expression.Call(function, List.copyOf(arguments));
  }

  private Path path() {
    Path.Start start = Path.Start.NODE;
    int up = 0;
    if (text.startsWith("^/", at)) {
      start = Path.Start.RECORD;
      at += 2;
    } else if (eat('/')) {
      start = Path.Start.DOCUMENT;
    }
    while (text.startsWith("../", at)) {
      up++;
      at += 3;
    }
    List<Path.Step> steps = new ArrayList<>();
    if (isDot()) {
      at++;
      return new Path(start, up, steps);
    }
    do {
      steps.add(step());
    } while (eat('/'));
    return new Path(start, up, steps);
  }

  private boolean isDot() {
    return at < text.length()
        && text.charAt(at) == '.'
        && (at + 1 == text.length() || (ENDS + " ").indexOf(text.charAt(at + 1)) >= 0);
  }

  private Path.Step step() {
    String name = eat('"') ? named() : until("/[|,)").strip();
    if (name.isEmpty()) {
      throw error("a name is missing");
    }
    String key = null;
    Expression value = null;
    if (eat('[')) {
      key = until("=]").strip();
      if (!eat('=')) {
        throw error("'=' is missing in the brackets");
      }
      value = wanted();
      if (!eat(']')) {
        throw error("']' is missing");
      }
      spaces();
    }
    return new Path.Step(name, key, value);
  }

  private String named() {
    String name = until("\"");
    if (!eat('"')) {
      throw error("the double quote is never closed");
    }
    spaces();
    return name.strip();
  }

  /** A word, or with a dollar the value at a path, which may have brackets itself. */
  private Expression wanted() {
    if (!eat('$')) {
      return new Expression.Literal(until("]").strip());
    }
    int start = at;
    int depth = 0;
    while (at < text.length() && (depth > 0 || text.charAt(at) != ']')) {
      depth += text.charAt(at) == '[' ? 1 : text.charAt(at) == ']' ? -1 : 0;
      at++;
    }
    return parse(text.substring(start, at));
  }

  private String until(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void spaces() {
    while (eat(' ') || eat('\n')) {}
  }

  private boolean eat(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private IllegalArgumentException error(@Nullable String what) {
    return new IllegalArgumentException(
        "%s in '%s' at character %d".formatted(what, text, at + 1).strip());
  }
}
