package org.credence.archive.mapping;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.credence.archive.field.Entities;
import org.credence.archive.field.Html;
import org.credence.archive.field.Numbers;
import org.credence.archive.field.Times;
import org.credence.archive.tree.Node;
import org.credence.settings.NearestName;
import org.jspecify.annotations.Nullable;

/**
 * What expressions can do with values. Each gives nothing where its first value is nothing, but for
 * those that say otherwise. Names in mapping files are in lower case with dashes.
 */
enum Function {
  /** HTML as text, with its links. */
  HTML(1, 1, (in, scope) -> in.map(0, Html::text)),
  /** HTML as text, without its links. */
  LABEL(1, 1, (in, scope) -> in.map(0, Html::label)),
  /** Character references decoded, once. */
  ENTITIES(1, 1, (in, scope) -> in.map(0, Entities::decode)),
  /** UTF-8 that was taken for Latin-1, put right. */
  LATIN(1, 1, (in, scope) -> in.map(0, Texts::decodedAgain)),
  LOWER(1, 1, (in, scope) -> in.map(0, text -> text.strip().toLowerCase(Locale.ROOT))),
  /** An id of digits, without the .0 of a column that went through a float. */
  ID(1, 1, (in, scope) -> in.map(0, Numbers::id)),
  /** All values joined; nothing when one is nothing. */
  CONCAT(1, 9, (in, scope) -> Texts.joined(in.all(), "", true)),
  /** The texts of JSON in one cell, {"text": ...}, joined; what is no such JSON stays as it is. */
  SEGMENTS(1, 1, (in, scope) -> in.map(0, Segments::joined)),
  /** The values below each other, each thing said once; those that are nothing are left out. */
  LINES(1, 9, (in, scope) -> Texts.lines(in.all())),
  /** What stands before the first of these; nothing when it is not there. */
  BEFORE(2, 2, (in, scope) -> Texts.before(in.get(0), in.get(1))),
  /** What stands behind the first of these; nothing when it is not there. */
  AFTER(2, 2, (in, scope) -> Texts.after(in.get(0), in.get(1))),
  /** What stands behind the last of these, or all when it is not there. */
  LAST(2, 2, (in, scope) -> Texts.last(in.get(0), in.get(1))),
  /** The host of an address, in lower case and without www. */
  HOST(1, 1, (in, scope) -> in.map(0, Texts::host)),
  /** The second value, when the first is something. */
  WITH(2, 2, (in, scope) -> in.get(0) == null ? null : in.get(1)),
  /** The second value, when the first is nothing. */
  WITHOUT(2, 2, (in, scope) -> in.get(0) == null ? in.get(1) : null),
  /** The third value, when the first two are the same text, in any case. */
  EQUAL(3, 3, (in, scope) -> in.same() ? in.get(2) : null),
  /** The third value, when the first two are there and are different texts. */
  UNEQUAL(
      3, 3, (in, scope) -> in.get(0) == null || in.get(1) == null || in.same() ? null : in.get(2)),
  /** The third value, when the first starts with the second. */
  STARTS(3, 3, (in, scope) -> Texts.starts(in.get(0), in.get(1)) ? in.get(2) : null),
  /** The first value, unless it is one of the others. */
  UNLESS(2, 20, (in, scope) -> in.others().contains(in.get(0)) ? null : in.get(0)),
  /** The value behind the one that is the first: {@code choose(x, =a, =post, =b, =reply)}. */
  CHOOSE(3, 31, (in, scope) -> Texts.chosen(in.all())),
  /** How many elements a list has; 1 for anything else. */
  SIZE(1, 1, (in, scope) -> in.size()),
  /** The sum of all counts; those that are nothing are left out. */
  SUM(2, 9, (in, scope) -> Texts.sum(in.all())),
  /** A made-up id, the same for the same values. */
  DIGEST(1, 9, (in, scope) -> Texts.digest(in.all())),
  /** A time, with the month first where that could be asked: 1/31/18 18:55. */
  MONTH_FIRST(1, 1, (in, scope) -> in.map(0, text -> Texts.time(text, Times::monthFirst, in))),
  /** A time, with the day first: 31/1/18 18:55. */
  DAY_FIRST(1, 1, (in, scope) -> in.map(0, text -> Texts.time(text, Times::dayFirst, in))),
  /** The day of a time, in UTC. */
  DAY(1, 1, (in, scope) -> in.map(0, text -> Texts.day(text, in.zone()))),
  /** The time inside an id of Twitter. */
  SNOWFLAKE(1, 1, (in, scope) -> in.map(0, Texts::snowflake)),
  /** What the first group of a regular expression, the second value, finds, in lower case. */
  FIND(2, 2, (in, scope) -> Texts.found(in.get(1), in.get(0))),
  /** What the first group of a regular expression finds in the name of the file, in lower case. */
  FILE(1, 1, (in, scope) -> in.map(0, regex -> Texts.group(regex, scope.file().name()))),
  /** The folder that the file is in, below its drop or in its archive; nothing when in none. */
  FOLDER(0, 0, (in, scope) -> scope.file().folder());

  /** The values of a call, each made when it is asked for. */
  record Values(List<Expression> arguments, Scope scope) {

    @Nullable String get(int index) {
      return arguments.get(index).text(scope);
    }

    List<@Nullable String> all() {
      return arguments.stream()
          .map(one -> one.text(scope))
          .collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    List<@Nullable String> others() {
      List<@Nullable String> all = all();
      return all.subList(1, all.size());
    }

    boolean same() {
      String first = get(0);
      return first != null && first.equalsIgnoreCase(get(1));
    }

    @Nullable String map(
        int index, java.util.function.Function<String, @Nullable String> function) {
      String text = get(index);
      return text == null ? null : function.apply(text);
    }

    @Nullable String size() {
      Node node = arguments.get(0) instanceof Path path ? path.find(scope) : null;
      return node == null ? null : String.valueOf(node.items().size());
    }

    ZoneId zone() {
      return scope.file().source().zone();
    }
  }

  /** What a function does. */
  @FunctionalInterface
  interface Body {
    @Nullable String apply(Values values, Scope scope);
  }

  private final int fewest;
  private final int most;
  private final Body body;

  Function(int fewest, int most, Body body) {
    this.fewest = fewest;
    this.most = most;
    this.body = body;
  }

  @Nullable String apply(List<Expression> arguments, Scope scope) {
    return body.apply(new Values(arguments, scope), scope);
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  static Function named(String name) {
    List<String> known = Arrays.stream(values()).map(Function::id).toList();
    return Arrays.stream(values())
        .filter(function -> function.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no function '%s'%s"
                        .formatted(
                            name,
                            NearestName.of(name, known)
                                .map(near -> ", did you mean '" + near + "'?")
                                .orElse(", known: " + String.join(", ", known)))));
  }

  /**
   * @throws IllegalArgumentException when there are too many arguments or too few
   */
  void check(List<Expression> arguments) {
    if (arguments.size() < fewest || arguments.size() > most) {
      throw new IllegalArgumentException(
          "%s takes %s values, not %d"
              .formatted(id(), fewest == most ? fewest : fewest + " to " + most, arguments.size()));
    }
  }
}
