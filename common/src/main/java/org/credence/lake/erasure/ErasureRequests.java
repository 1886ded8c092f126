package org.credence.lake.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.InstantSource;
import java.util.List;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.erasure.ErasureRequest.Named;
import org.credence.storage.Storage;

/**
 * The requests, in {@code erasures/<state>/<number>.json} beside the run records: what is left in
 * {@code purged} is the log. A listing tells what there is to do.
 */
public final class ErasureRequests {

  private static final String FOLDER = "erasures/";
  private static final String REQUESTED = FOLDER + "requested";
  private static final String REMOVED = FOLDER + "removed";
  private static final String PURGED = FOLDER + "purged";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Storage runs;
  private final InstantSource clock;

  public ErasureRequests(Storage runs) {
    this(runs, InstantSource.system());
  }

  ErasureRequests(Storage runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Adds a request; the caller holds the lake.
   *
   * @param keyedWith fingerprint of the author keys that made the keys
   */
  public ErasureRequest add(List<Named> keys, String keyedWith) {
    int authors = (int) keys.stream().filter(ErasureRequests::isAuthor).count();
    String id = "%08d".formatted(newest() + 1);
    ErasureRequest request =
        new ErasureRequest(
            id,
            clock.instant().toString(),
            authors,
            keys.size() - authors,
            keys,
            keyedWith,
            0,
            "",
            "",
            "");
    write(REQUESTED, request);
    return request;
  }

  private static boolean isAuthor(Named named) {
    return named.kind().equals(ErasedOnRequest.AUTHOR);
  }

  /** Number of the newest request, whatever its state; 0 when there was none. */
  public long newest() {
    return runs.list(FOLDER).stream()
        .map(file -> file.name().replaceFirst("\\.json$", ""))
        .filter(name -> name.matches("\\d+"))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }

  /** Requests whose posts may still be in the tables. */
  public List<ErasureRequest> requested() {
    return in(REQUESTED);
  }

  /** A request that waits gets other keys, which name the same. */
  public void renew(ErasureRequest request) {
    write(REQUESTED, request);
  }

  /** Requests of which bytes may still lie in files. */
  public List<ErasureRequest> removed() {
    return in(REMOVED);
  }

  /** The posts of a request are out of the tables: its keys go. */
  public void removed(ErasureRequest request, String night, long count) {
    move(REQUESTED, REMOVED, request.removed(night, count));
  }

  /** No byte is left. */
  public void purged(ErasureRequest request, String night, String at) {
    move(REMOVED, PURGED, request.purged(night, at));
  }

  private List<ErasureRequest> in(String folder) {
    return runs.list(folder).stream()
        .filter(file -> file.name().matches("\\d+\\.json"))
        .map(file -> parse(runs.read(file.key()).orElseThrow()))
        .toList();
  }

  private void move(String from, String to, ErasureRequest request) {
    write(to, request);
    runs.delete(from + "/" + request.id() + ".json");
  }

  private void write(String folder, ErasureRequest request) {
    try {
      runs.swap(folder + "/" + request.id() + ".json", JSON.writeValueAsString(request) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request is plain text and numbers", e);
    }
  }

  private static ErasureRequest parse(String json) {
    try {
      return JSON.readValue(json, ErasureRequest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request to erase is damaged", e);
    }
  }
}
