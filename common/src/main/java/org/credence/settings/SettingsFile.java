package org.credence.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads one YAML file into a record. A key too many, too few or of a wrong type is refused. */
final class SettingsFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .withCoercionConfig(
              LogicalType.Textual,
              c ->
                  c.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Integer,
              c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Float, c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Boolean,
              c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
          .build();

  private final Path file;

  SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * @param overrides dotted key to value as YAML, laid over the file; the keys must exist in it
   * @throws Refusal when the file is missing, is no YAML, or does not match the record
   */
  <R extends Record> R read(Class<R> type, Map<String, String> overrides) {
    ObjectNode tree = tree();
    overrides.forEach((key, value) -> override(tree, key, value));
    RecordKeys.fault(type, tree, "")
        .ifPresent(
            fault -> {
              throw refusal(fault.reason(), fault.remedy(), null);
            });
    try {
      return YAML.treeToValue(tree, type);
    } catch (ValueInstantiationException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      String why = e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
      String where = path(e).isEmpty() ? "" : "'" + path(e) + "': ";
      throw refusal(where + why, "Correct the value.", e);
    } catch (MismatchedInputException e) {
      throw mismatch(e);
    } catch (JsonProcessingException e) {
      throw refusal(e.getOriginalMessage(), "Correct the file.", e);
    }
  }

  private Refusal mismatch(MismatchedInputException e) {
    String wanted = e.getTargetType() == null ? "another type" : e.getTargetType().getSimpleName();
    return refusal(
        "'%s' has the wrong type, %s is expected".formatted(path(e), wanted),
        "Correct the value.",
        e);
  }

  private ObjectNode tree() {
    if (!Files.isRegularFile(file)) {
      throw Refusal.configuration(
          "Settings file " + file + " can't be read",
          "there is no such file",
          "Name the folder that holds it with --conf-dir, or copy the shipped conf/.");
    }
    try {
      JsonNode tree = YAML.readTree(file.toFile());
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw refusal("it holds no keys", "See the shipped conf/ for an example.", null);
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      throw refusal("it is no YAML" + where, "Correct the file.", e);
    } catch (IOException e) {
      throw refusal(e.getClass().getSimpleName(), "Check the rights of the file.", e);
    }
  }

  private void override(ObjectNode tree, String key, String value) {
    String[] steps = key.split("\\.", -1);
    ObjectNode at = tree;
    for (int i = 0; i < steps.length; i++) {
      JsonNode next = at.get(steps[i]);
      if (next == null) {
        throw unknownOverride(key, at);
      }
      if (i == steps.length - 1) {
        at.set(steps[i], parsed(key, value));
      } else if (next instanceof ObjectNode object) {
        at = object;
      } else {
        throw unknownOverride(key, at);
      }
    }
  }

  private static JsonNode parsed(String key, String value) {
    try {
      return YAML.readTree(value);
    } catch (JsonProcessingException e) {
      throw Refusal.configuration(
          "--set " + key + " can't be read", "the value is no YAML", "Quote it.");
    }
  }

  private static Refusal unknownOverride(String key, ObjectNode at) {
    java.util.List<String> names = new java.util.ArrayList<>();
    at.fieldNames().forEachRemaining(names::add);
    String last = key.substring(key.lastIndexOf('.') + 1);
    String hint =
        NearestName.of(last, names).map(name -> "Did you mean '" + name + "'? ").orElse("");
    return Refusal.configuration(
        "--set " + key + " can't be applied",
        "credence.yaml has no such key",
        hint + "Known here: " + String.join(", ", names) + ".");
  }

  private Refusal refusal(
      String reason, String remedy, @org.jspecify.annotations.Nullable Throwable e) {
    String problem = "Settings file " + file + " is refused";
    return e == null
        ? Refusal.configuration(problem, reason, remedy)
        : new Refusal(problem, reason, remedy, ExitCode.CONFIGURATION, e);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }
}
