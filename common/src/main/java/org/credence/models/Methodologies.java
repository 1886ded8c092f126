package org.credence.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.credence.storage.Storage;

/**
 * The methodologies by which mentions were scored, beside the models: {@code
 * methodologies/<id>.json}, written once and kept for good. Needs no Spark.
 */
public final class Methodologies {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Storage models;

  /**
   * @param models the model store
   */
  public Methodologies(Storage models) {
    this.models = models;
  }

  public void keep(Methodology methodology) {
    try {
      models.createIfAbsent(key(methodology.id()), JSON.writeValueAsString(methodology) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a methodology is plain text and numbers", e);
    }
  }

  /** Nothing when an older release scored by it, or when it is of a form that is not known here. */
  public Optional<Methodology> find(String id) {
    return models.read(key(id)).flatMap(Methodologies::parse);
  }

  private static Optional<Methodology> parse(String json) {
    try {
      return Optional.of(JSON.readValue(json, Methodology.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String key(String id) {
    return "methodologies/" + id + ".json";
  }
}
