package org.credence.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.credence.storage.Storage;

/**
 * Answers of submitted runs. A driver may be far from whoever submitted it, and a cluster tells
 * only that it failed, so the storage of the run records carries the answer: {@code
 * submitted/<mark>.json}.
 */
final class Receipts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Storage runs;

  Receipts(Storage runs) {
    this.runs = runs;
  }

  /** By the driver. */
  void leave(String mark, Answer answer) {
    try {
      runs.swap(key(mark), JSON.writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer holds plain values only", e);
    }
  }

  /** By the submitter, once; empty when the driver never came to an end. */
  Optional<Answer> take(String mark) {
    Optional<String> json = runs.read(key(mark));
    runs.delete(key(mark));
    return json.map(Receipts::parse);
  }

  private static Answer parse(String json) {
    try {
      return JSON.readValue(json, Answer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the driver's answer is of another release", e);
    }
  }

  private static String key(String mark) {
    return "submitted/" + mark + ".json";
  }
}
