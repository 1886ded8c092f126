package org.credence.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table of truth.json, as rows of named values. */
public final class TruthTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TruthTable() {}

  public record Row(Map<String, String> cells) {

    public String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    public int number(String column) {
      return Integer.parseInt(get(column));
    }
  }

  public static List<Row> rows(Path truth, String table) throws IOException {
    JsonNode found = JSON.readTree(truth.toFile()).get(table);
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : found.get("rows")) {
      Map<String, String> named = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        named.put(found.get("columns").get(i).asText(), row.get(i).asText());
      }
      rows.add(new Row(named));
    }
    return rows;
  }

  public static JsonNode totals(Path truth) throws IOException {
    return JSON.readTree(truth.toFile()).get("totals");
  }
}
