package org.credence.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the keys of a YAML tree with the components of a record, at every depth. Jackson would
 * report the key that is missing and keep silent about the misspelt one beside it.
 */
final class RecordKeys {

  private static final PropertyNamingStrategies.NamingBase KEBAB_CASE =
      (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.KEBAB_CASE;

  private RecordKeys() {}

  /** A key too many or too few. */
  record Fault(String reason, String remedy) {}

  static Optional<Fault> fault(Type type, JsonNode tree, String path) {
    if (type instanceof ParameterizedType generic && tree.isArray()) {
      return faultInList(generic.getActualTypeArguments()[0], tree, path);
    }
    if (!(type instanceof Class<?> c) || !c.isRecord() || !tree.isObject()) {
      return Optional.empty();
    }
    Map<String, Type> known = new LinkedHashMap<>();
    Arrays.stream(c.getRecordComponents()).forEach(k -> known.put(key(k), k.getGenericType()));
    return unknown(known, tree, path)
        .or(() -> missing(known, tree, path))
        .or(() -> faultBelow(known, tree, path));
  }

  private static Optional<Fault> faultInList(Type element, JsonNode list, String path) {
    for (int i = 0; i < list.size(); i++) {
      Optional<Fault> fault = fault(element, list.get(i), path + "[" + i + "]");
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> unknown(Map<String, Type> known, JsonNode tree, String path) {
    for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.containsKey(name)) {
        String hint =
            NearestName.of(name, known.keySet())
                .map(nearest -> "Did you mean '" + nearest + "'? ")
                .orElse("");
        return Optional.of(
            new Fault(
                "'%s' is not a setting".formatted(below(path, name)),
                hint + "Known here: " + String.join(", ", known.keySet()) + "."));
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> missing(Map<String, Type> known, JsonNode tree, String path) {
    return known.keySet().stream()
        .filter(name -> !tree.hasNonNull(name))
        .findFirst()
        .map(
            name ->
                new Fault(
                    "'%s' is missing".formatted(below(path, name)),
                    "Add the key; the shipped conf documents it."));
  }

  private static Optional<Fault> faultBelow(Map<String, Type> known, JsonNode tree, String path) {
    return known.entrySet().stream()
        .flatMap(e -> fault(e.getValue(), tree.path(e.getKey()), below(path, e.getKey())).stream())
        .findFirst();
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String key(RecordComponent component) {
    return KEBAB_CASE.translate(component.getName());
  }
}
