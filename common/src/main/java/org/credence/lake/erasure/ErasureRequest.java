package org.credence.lake.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One request. It names nobody: keys are keyed hashes, and go once the posts are out of the tables.
 *
 * @param id number of the request
 * @param requestedAt ISO 8601
 * @param authors authors that were named
 * @param posts posts that were named
 * @param keys whom and what to erase; none once that is done
 * @param keyedWith fingerprint of the author keys that made them; empty once they are gone, and in
 *     requests of older releases
 * @param removed posts that were taken out of the tables
 * @param removedNight night of that, or empty
 * @param purgedNight night in which the last byte went, or empty
 * @param purgedAt time of the last commit of that, ISO 8601, or empty
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ErasureRequest(
    String id,
    String requestedAt,
    int authors,
    int posts,
    List<Named> keys,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String keyedWith,
    long removed,
    String removedNight,
    String purgedNight,
    String purgedAt) {

  public ErasureRequest {
    keys = List.copyOf(keys);
    keyedWith = Objects.requireNonNullElse(keyedWith, "");
  }

  /** Of the author keys; none when an older release has taken the request. */
  public Optional<String> fingerprint() {
    return Optional.of(keyedWith).filter(known -> !known.isEmpty());
  }

  /**
   * Who or what is to be erased.
   *
   * @param kind as in {@link org.credence.lake.ErasedOnRequest#KIND}
   * @param key keyed hash
   */
  public record Named(String platform, String kind, String key) {

    /** The same, hashed otherwise. */
    public Named with(String other) {
      return new Named(platform, kind, other);
    }
  }

  /** The same request, of keys that were made with other author keys. */
  public ErasureRequest renewed(List<Named> others, String fingerprint) {
    return new ErasureRequest(
        id,
        requestedAt,
        authors,
        posts,
        others,
        fingerprint,
        removed,
        removedNight,
        purgedNight,
        purgedAt);
  }

  ErasureRequest removed(String night, long count) {
    return new ErasureRequest(
        id, requestedAt, authors, posts, List.of(), "", count, night, purgedNight, purgedAt);
  }

  ErasureRequest purged(String night, String at) {
    return new ErasureRequest(
        id, requestedAt, authors, posts, List.of(), "", removed, removedNight, night, at);
  }
}
