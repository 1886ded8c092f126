package org.credence.cubes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The data dictionary of an edition, for people (Markdown) and programs (JSON). */
final class Dictionary {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CubeRegistry registry;

  Dictionary(CubeRegistry registry) {
    this.registry = registry;
  }

  String markdown(Edition edition, String language) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(DictionaryWords.TITLE.in(language)).append("\n\n");
    page.append(DictionaryWords.EDITION.in(language).formatted(edition.name(), edition.night()));
    page.append("\n\n").append(DictionaryWords.RULES.in(language)).append("\n");
    for (CellState state : CellState.values()) {
      page.append("- `").append(state.id()).append("`: ");
      page.append(state.meaning().in(language)).append('\n');
    }
    for (Cube cube : registry.cubes()) {
      page.append('\n').append(section(cube, language));
    }
    return page.toString();
  }

  private static String section(Cube cube, String language) {
    StringBuilder section = new StringBuilder();
    section.append("## ").append(cube.title().in(language));
    section.append(" (`").append(cube.name()).append("`)\n\n");
    section.append(cube.meaning().in(language)).append(".\n\n");
    section.append(DictionaryWords.GRAIN.in(language)).append(": ");
    section.append(cube.grain().in(language)).append(".\n\n");
    section.append(DictionaryWords.HEADER.in(language)).append("\n|---|---|---|---|---|\n");
    for (Cells.Described column : Cells.FIRST) {
      section.append(
          row(column.field().column(), column.type(), "-", "-", column.meaning(), language));
    }
    for (Dimension dimension : cube.dimensions()) {
      String kind = DictionaryWords.DIMENSION.in(language);
      section.append(row(dimension.name(), "STRING", kind, "-", dimension.meaning(), language));
    }
    for (Measure measure : cube.measures()) {
      section.append(
          row(
              measure.name(),
              measure.type().sql(),
              measure.kind().title().in(language),
              measure.unit().in(language),
              measure.meaning(),
              language));
    }
    for (Cells.Described column : Cells.LAST) {
      section.append(
          row(column.field().column(), column.type(), "-", "-", column.meaning(), language));
    }
    return section.toString();
  }

  private static String row(
      String name, String type, String kind, String unit, Words meaning, String language) {
    return "| `%s` | %s | %s | %s | %s |\n".formatted(name, type, kind, unit, meaning.in(language));
  }

  String json(Edition edition) {
    ObjectNode root = JSON.createObjectNode();
    root.put("edition", edition.name());
    root.put("night", edition.night());
    root.put("methodology_version", edition.methodologyVersion());
    root.put("taxonomy_version", edition.taxonomyVersion());
    ObjectNode states = root.putObject("states");
    for (CellState state : CellState.values()) {
      put(states, state.id(), state.meaning());
    }
    ArrayNode cubes = root.putArray("cubes");
    registry.cubes().forEach(cube -> describe(cubes.addObject(), cube));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a dictionary is plain text", e);
    }
  }

  private static void describe(ObjectNode node, Cube cube) {
    node.put("name", cube.name());
    put(node, "title", cube.title());
    put(node, "meaning", cube.meaning());
    put(node, "grain", cube.grain());
    ArrayNode levels = node.putArray("levels");
    cube.levels().forEach(level -> levels.add(level.id()));
    ArrayNode groupings = node.putArray("grouping_sets");
    cube.groupings().forEach(grouping -> groupings.add(grouping.name()));
    ArrayNode dimensions = node.putArray("dimensions");
    for (Dimension dimension : cube.dimensions()) {
      put(dimensions.addObject().put("name", dimension.name()), "meaning", dimension.meaning());
    }
    ArrayNode measures = node.putArray("measures");
    for (Measure measure : cube.measures()) {
      ObjectNode one = measures.addObject().put("name", measure.name());
      one.put("type", measure.type().sql()).put("kind", measure.kind().id());
      put(one, "unit", measure.unit());
      put(one, "meaning", measure.meaning());
    }
    ArrayNode columns = node.putArray("columns_of_every_cube");
    for (Cells.Described column : Cells.FIRST) {
      put(columns.addObject().put("name", column.field().column()), "meaning", column.meaning());
    }
    for (Cells.Described column : Cells.LAST) {
      put(columns.addObject().put("name", column.field().column()), "meaning", column.meaning());
    }
  }

  private static void put(ObjectNode node, String name, Words words) {
    node.putObject(name).put("en", words.en()).put("fr", words.fr());
  }
}
