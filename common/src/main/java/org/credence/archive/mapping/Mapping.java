package org.credence.archive.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.credence.archive.tree.Selection;

/**
 * How the files of a source become canonical posts; read from a mapping file by {@link
 * MappingFile}.
 *
 * @param records paths to the records in a document, one name a step
 * @param columns of a CSV file without which it is none of this format
 * @param rules of which the first that holds says what a record is
 * @param nested rules for what lies in records, by name
 */
record Mapping(
    String format,
    Framing framing,
    List<List<String>> records,
    List<String> columns,
    List<Rule> rules,
    Map<String, List<Rule>> nested) {

  /** How records are told apart in a file. */
  enum Framing {
    JSON,
    CSV,
    XML
  }

  Selection selection() {
    Set<String> names = new HashSet<>();
    records.forEach(names::addAll);
    rules().forEach(rule -> names(rule, names));
    nested.values().forEach(list -> list.forEach(rule -> names(rule, names)));
    return new Selection(records, names, all().anyMatch(Mapping::looksBeside));
  }

  private Stream<Rule> all() {
    return Stream.concat(rules.stream(), nested.values().stream().flatMap(List::stream));
  }

  private static void names(Rule rule, Set<String> names) {
    rule.when().names(names);
    rule.below().forEach(below -> below.in().names(names));
    Rule.Outcome outcome = rule.outcome();
    if (outcome instanceof Rule.Outcome.Post post) {
      post.fields().expressions().values().forEach(one -> one.names(names));
    } else if (outcome instanceof Rule.Outcome.Use use) {
      use.below().in().names(names);
    } else if (outcome instanceof Rule.Outcome.Owner owner) {
      Stream.of(Optional.ofNullable(owner.author()), Optional.ofNullable(owner.handle()))
          .flatMap(Optional::stream)
          .forEach(named -> named.names(names));
    } else if (outcome instanceof Rule.Outcome.Notice notice) {
      notice.expressions().forEach(named -> named.names(names));
    }
  }

  private static boolean looksBeside(Rule rule) {
    return rule.when().looksBeside()
        || rule.outcome() instanceof Rule.Outcome.Post post
            && post.fields().expressions().values().stream().anyMatch(Expression::looksBeside);
  }
}
