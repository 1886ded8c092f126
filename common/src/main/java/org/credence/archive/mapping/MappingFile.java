package org.credence.archive.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.credence.archive.mapping.Mapping.Framing;
import org.credence.archive.mapping.Rule.Outcome;
import org.credence.settings.NearestName;
import org.credence.settings.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file. What is unknown, missing or of a wrong type in it is refused. */
final class MappingFile {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String CODE = "[a-z][a-z0-9_]*";
  private static final List<String> OUTCOMES =
      List.of("post", "notice", "owner", "out-of-scope", "reject", "use");
  private static final List<String> KEYS_OF_RULES =
      List.of(
          "when",
          "in",
          "post",
          "scale",
          "notice",
          "erases",
          "erases-author",
          "scrubs-author",
          "scrubs-post",
          "owner",
          "out-of-scope",
          "reject",
          "use",
          "below");

  private final String format;
  private final Map<String, List<Rule>> nested = new LinkedHashMap<>();

  private MappingFile(String format) {
    this.format = format;
  }

  /**
   * @param format name for sources.yaml
   * @param text of the file
   * @throws Refusal with what is wrong where
   */
  static Mapping read(String format, String text) {
    MappingFile file = new MappingFile(format);
    try {
      return file.mapping(YAML.readTree(text));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw file.refusal("it is no YAML at line " + line, "Correct the file.");
    }
  }

  private Mapping mapping(JsonNode root) {
    known(root, "", List.of("about", "framing", "records", "columns", "rules", "nested"));
    Framing framing = framing(required(root, "framing", ""));
    JsonNode columns = root.path("columns");
    if ((framing == Framing.CSV) != columns.isArray()) {
      throw refusal(
          "'columns' must be a list for CSV, and for nothing else",
          "Name the columns without which a file is no " + format + ".");
    }
    for (String name : names(root.path("nested"))) {
      nested.put(name, List.of());
    }
    for (String name : List.copyOf(nested.keySet())) {
      nested.put(name, rules(root.get("nested").get(name), "nested." + name));
    }
    return new Mapping(
        format,
        framing,
        records(root.path("records")),
        texts(columns).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
        rules(required(root, "rules", ""), "rules"),
        Map.copyOf(nested));
  }

  private Framing framing(JsonNode node) {
    return Arrays.stream(Framing.values())
        .filter(one -> one.name().equalsIgnoreCase(node.asText()))
        .findFirst()
        .orElseThrow(
            () -> refusal("there is no framing '" + node.asText() + "'", "Use json, csv or xml."));
  }

  /** {@code data/items | .}: the dot is the document itself, {@code /entry} an XML root's name. */
  private static List<List<String>> records(JsonNode node) {
    return Arrays.stream(node.asText(".").split("\\|"))
        .map(String::strip)
        .map(path -> path.equals(".") ? List.<String>of() : List.of(path.split("/")))
        .toList();
  }

  private List<Rule> rules(JsonNode list, String at) {
    List<Rule> rules = new ArrayList<>();
    if (!list.isArray() || list.isEmpty()) {
      throw refusal("'" + at + "' is no list of rules", "Give at least one rule.");
    }
    for (int i = 0; i < list.size(); i++) {
      rules.add(rule(list.get(i), at + "[" + i + "]"));
    }
    return rules;
  }

  private Rule rule(JsonNode node, String at) {
    known(node, at, KEYS_OF_RULES);
    List<String> outcomes = OUTCOMES.stream().filter(node::has).toList();
    if (outcomes.size() != 1) {
      throw refusal(
          "'%s' says %s of %s".formatted(at, outcomes, OUTCOMES), "Say exactly one of them.");
    }
    return new Rule(
        condition(node.path("when"), at + ".when"),
        outcome(node, outcomes.get(0), at),
        below(node.path("below"), at + ".below"));
  }

  private Outcome outcome(JsonNode node, String kind, String at) {
    String where = at + "." + kind;
    JsonNode value = node.get(kind);
    return switch (kind) {
      case "post" -> new Outcome.Post(post(value, node.path("scale"), where));
      case "notice" -> notice(node, code(value, where), at);
      case "owner" -> owner(value, where);
      case "reject" -> new Outcome.Reject(code(value, where));
      case "use" -> new Outcome.Use(new Rule.Below(in(node, at), named(value.asText(), where)));
      default -> new Outcome.OutOfScope(code(value, where));
    };
  }

  private Outcome notice(JsonNode node, String kind, String at) {
    Outcome.Notice notice =
        new Outcome.Notice(
            kind,
            named(node, "erases", at),
            named(node, "erases-author", at),
            named(node, "scrubs-author", at),
            named(node, "scrubs-post", at));
    if (notice.scrubs() && notice.erases()) {
      throw refusal(
          "'" + at + "' both erases and scrubs", "What is erased has no place: say one of them.");
    }
    return notice;
  }

  private Outcome owner(JsonNode node, String at) {
    known(node, at, List.of("author_id", "handle"));
    return new Outcome.Owner(named(node, "author_id", at), named(node, "handle", at));
  }

  private @Nullable Expression named(JsonNode node, String key, String at) {
    return node.has(key) ? expression(node.get(key), at + "." + key) : null;
  }

  private String code(JsonNode node, String at) {
    if (!node.asText().matches(CODE)) {
      throw refusal(
          "'%s' is '%s', no short code".formatted(at, node.asText()),
          "Use small letters, digits and underscores.");
    }
    return node.asText();
  }

  private PostFields post(JsonNode node, JsonNode scale, String at) {
    known(node, at, PostFields.NAMES, PostFields::isField);
    for (String needed : List.of("post_id", "text", "posted_at")) {
      required(node, needed, at);
    }
    Map<String, Expression> fields = new LinkedHashMap<>();
    for (String name : names(node)) {
      fields.put(name, expression(node.get(name), at + "." + name));
    }
    if (fields.get("kind") instanceof Expression.Literal kind
        && !PostFields.KINDS.contains(kind.value())) {
      throw refusal(
          "'%s.kind' is '%s', no kind of post".formatted(at, kind.value()),
          "Use one of " + PostFields.KINDS.stream().sorted().toList() + ".");
    }
    if (fields.containsKey("rating") != scale.isArray() || scale.isArray() && scale.size() != 2) {
      throw refusal(
          "'" + at + "' needs both or none of rating and scale",
          "Give the scale as two numbers, the worst and the best rating: scale: [1, 5].");
    }
    double worst = scale.path(0).asDouble(0);
    double best = scale.path(1).asDouble(1);
    if (worst >= best) {
      throw refusal("the scale of '" + at + "' does not rise", "Give worst and best rating.");
    }
    return new PostFields(fields, worst, best);
  }

  private Condition condition(JsonNode node, String at) {
    List<Condition.Test> tests = new ArrayList<>();
    for (String value : names(node)) {
      JsonNode wanted = node.get(value);
      boolean list = wanted.isArray();
      String word = list ? "" : wanted.asText();
      boolean presence = word.equals("present") || word.equals("absent");
      List<String> texts = list ? texts(wanted) : presence ? List.of() : List.of(word);
      tests.add(
          new Condition.Test(
              guarded(at, () -> ExpressionParser.parse(value)), !word.equals("absent"), texts));
    }
    return new Condition(List.copyOf(tests));
  }

  private List<Rule.Below> below(JsonNode list, String at) {
    List<Rule.Below> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String where = at + "[" + i + "]";
      JsonNode node = list.get(i);
      Path in = in(node, where);
      if (node.has("use")) {
        known(node, where, List.of("in", "use"));
        all.add(new Rule.Below(in, named(node.get("use").asText(), where)));
      } else {
        nested.put(where, List.of(rule(node, where)));
        all.add(new Rule.Below(in, where));
      }
    }
    return all;
  }

  private Path in(JsonNode node, String at) {
    return guarded(at, () -> ExpressionParser.path(node.path("in").asText(".")));
  }

  private String named(String rules, String at) {
    if (!nested.containsKey(rules)) {
      throw refusal(
          "'%s' names the rules '%s', which there are not".formatted(at, rules),
          "Write them under 'nested'.");
    }
    return rules;
  }

  private Expression expression(JsonNode node, String at) {
    return guarded(at, () -> ExpressionParser.parse(node.asText()));
  }

  private <T> T guarded(String at, Supplier<T> parsed) {
    try {
      return parsed.get();
    } catch (IllegalArgumentException e) {
      throw refusal("'%s': %s".formatted(at, e.getMessage()), "Correct the expression.");
    }
  }

  private void known(JsonNode node, String at, List<String> known) {
    known(node, at, known, known::contains);
  }

  private void known(JsonNode node, String at, List<String> known, Predicate<String> isKnown) {
    if (!node.isObject()) {
      throw refusal(
          "'%s' holds no keys".formatted(at.isEmpty() ? "the file" : at),
          "Known here: " + String.join(", ", known) + ".");
    }
    for (String name : names(node)) {
      if (!isKnown.test(name)) {
        String hint =
            NearestName.of(name, known).map(near -> "Did you mean '" + near + "'? ").orElse("");
        throw refusal(
            "'%s' is nothing that a mapping says".formatted(below(at, name)),
            hint + "Known here: " + String.join(", ", known) + ".");
      }
    }
  }

  private JsonNode required(JsonNode node, String key, String at) {
    if (!node.hasNonNull(key)) {
      throw refusal("'" + below(at, key) + "' is missing", "Add it.");
    }
    return node.get(key);
  }

  private static String below(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private Refusal refusal(String reason, @Nullable String remedy) {
    return Refusal.configuration(
        "The mapping of format '" + format + "' is refused", reason, String.valueOf(remedy));
  }
}
