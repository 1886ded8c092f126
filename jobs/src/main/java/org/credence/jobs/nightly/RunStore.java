package org.credence.jobs.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.credence.storage.Storage;
import org.credence.storage.StoredFile;

/** The run records: {@code runs/<date>/<number>.json}, one a run, also of runs that failed. */
public final class RunStore {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Storage runs;

  public RunStore(Storage runs) {
    this.runs = runs;
  }

  /**
   * The name of a run.
   *
   * @param number from 1 within the date
   */
  public record RunId(LocalDate date, int number) {

    String key() {
      return "%s/%03d.json".formatted(date, number);
    }

    @Override
    public String toString() {
      return "%s-%03d".formatted(date, number);
    }
  }

  /** Takes the next number of the date; two runs at once get two. */
  RunId claim(LocalDate date) {
    int number = runs.list(date.toString()).size() + 1;
    RunId id = new RunId(date, number);
    while (!runs.createIfAbsent(id.key(), claimed(id))) {
      id = new RunId(date, ++number);
    }
    return id;
  }

  /** The newest record of the date that a scheduler's run has begun, or a new one. */
  RunId resume(LocalDate date, String runId) {
    return runs.list(date.toString()).stream()
        .map(StoredFile::key)
        .filter(key -> read(key).path(RunRecord.RUN_ID).asText().equals(runId))
        .map(key -> key.replaceFirst(".*/0*(\\d+)\\.json", "$1"))
        .map(number -> new RunId(date, Integer.parseInt(number)))
        .max(Comparator.comparingInt(RunId::number))
        .orElseGet(() -> claim(date));
  }

  /** What a record holds so far. */
  JsonNode read(RunId id) {
    return read(id.key());
  }

  private static String claimed(RunId id) {
    return json(Map.of("run", id.toString(), "status", "running"));
  }

  void write(RunId id, Map<String, Object> record) {
    runs.swap(id.key(), json(record));
  }

  /** Where a person finds the record. */
  String address(RunId id) {
    return runs.uri(id.key());
  }

  /** The newest records, newest first. */
  public List<JsonNode> newest(int count) {
    return runs.list("").stream()
        .map(StoredFile::key)
        .filter(key -> key.matches("\\d{4}-\\d\\d-\\d\\d/\\d+\\.json"))
        .sorted(Comparator.reverseOrder())
        .limit(count)
        .map(this::read)
        .toList();
  }

  private JsonNode read(String key) {
    try {
      return runs.read(key).isPresent()
          ? JSON.readTree(runs.read(key).get())
          : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String json(Map<String, Object> record) {
    try {
      return JSON.writeValueAsString(record) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run record holds plain values only", e);
    }
  }
}
