package org.credence.cubes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.credence.storage.Storage;

/**
 * The last time that a person went back to an older edition: {@code cubes/ROLLBACK}.
 *
 * @param stands the edition gone back to
 * @param run that did it
 * @param withdrawn editions that were gone back from, the newest last
 */
public record Rollback(String stands, String run, List<String> withdrawn) {

  private static final String KEY = "ROLLBACK";

  private static final ObjectMapper JSON = new ObjectMapper();

  public Rollback {
    withdrawn = List.copyOf(withdrawn);
  }

  /** The edition that was gone back from last. */
  public String from() {
    return withdrawn.get(withdrawn.size() - 1);
  }

  /**
   * Going back to an edition that was gone back from before undoes that.
   *
   * @param before editions that were withdrawn so far
   */
  static Rollback between(String from, String to, String run, List<String> before) {
    List<String> withdrawn = new ArrayList<>(before);
    boolean undone = withdrawn.remove(to);
    withdrawn.remove(from);
    if (!undone) {
      withdrawn.add(from);
    }
    return new Rollback(to, run, withdrawn);
  }

  /** The last one, if there was any. */
  static Optional<Rollback> last(Storage cubes) {
    return cubes.read(KEY).flatMap(Rollback::fromJson);
  }

  /** The last one, while the edition that it went back to stands. Needs no Spark. */
  public static Optional<Rollback> standing(Storage cubes) {
    Optional<String> latest = cubes.read(Editions.LATEST).map(String::strip);
    return last(cubes).filter(last -> latest.equals(Optional.of(last.stands())));
  }

  void write(Storage cubes) {
    cubes.swap(KEY, toJson());
  }

  private String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rollback is plain text", e);
    }
  }

  /** Empty when it is damaged, as if there had been none. */
  private static Optional<Rollback> fromJson(String json) {
    try {
      return Optional.of(JSON.readValue(json, Rollback.class))
          .filter(rollback -> !rollback.withdrawn().isEmpty());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
