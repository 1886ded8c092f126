package org.credence.jobs.cubes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.cubes.AcceptedAudit;
import org.credence.cubes.Edition;
import org.credence.cubes.Words;
import org.credence.jobs.StageResult;

/**
 * What was published.
 *
 * @param edition that stands now
 * @param published whether it is new; false when everything was published already
 * @param monthsWritten files by cube that were not taken over from the edition before
 * @param cubes by name
 * @param accepted audits in spite of which it was published
 * @param withheld an edition of the same content that a person has rolled back, empty for none
 */
public record CubesResult(
    String edition,
    boolean published,
    SortedMap<String, Integer> monthsWritten,
    SortedMap<String, OfCube> cubes,
    List<AcceptedAudit> accepted,
    Optional<String> withheld)
    implements StageResult {

  public CubesResult {
    monthsWritten = Collections.unmodifiableSortedMap(new TreeMap<>(monthsWritten));
    cubes = Collections.unmodifiableSortedMap(new TreeMap<>(cubes));
    accepted = List.copyOf(accepted);
  }

  /**
   * @param contentHash of all rows but for the names of editions
   */
  public record OfCube(long cells, long suppressed, String contentHash) {}

  static CubesResult of(
      Edition edition, boolean published, SortedMap<String, Integer> monthsWritten) {
    SortedMap<String, OfCube> cubes = new TreeMap<>();
    for (String cube : edition.cubes().keySet()) {
      cubes.put(
          cube,
          new OfCube(edition.cells(cube), edition.suppressed(cube), edition.contentHash(cube)));
    }
    return new CubesResult(
        edition.name(),
        published,
        monthsWritten,
        cubes,
        published ? edition.accepted() : List.of(),
        Optional.empty());
  }

  /** The same, because what would be published was rolled back before. */
  CubesResult withheld(String rolledBack) {
    return new CubesResult(edition, false, monthsWritten, cubes, accepted, Optional.of(rolledBack));
  }

  /** The content hash of each cube. */
  public SortedMap<String, String> contentHashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    cubes.forEach((name, cube) -> hashes.put(name, cube.contentHash()));
    return hashes;
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("edition", edition);
    figures.put("published", published);
    withheld.ifPresent(name -> figures.put("withheld", name));
    figures.put("accepted", accepted.stream().map(CubesResult::told).toList());
    figures.put("months_written", new LinkedHashMap<>(monthsWritten));
    Map<String, Object> byName = new LinkedHashMap<>();
    cubes.forEach(
        (name, cube) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("cells", cube.cells());
          one.put("suppressed", cube.suppressed());
          one.put("content_hash", cube.contentHash());
          byName.put(name, one);
        });
    figures.put("cubes", byName);
    return figures;
  }

  private static Map<String, Object> told(AcceptedAudit audit) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("audit", audit.audit());
    told.put("reason", audit.reason());
    told.put("broken", audit.broken().stream().map(Words::en).toList());
    return told;
  }

  private String outcome() {
    if (withheld.isPresent()) {
      return "what is new is edition " + withheld.get() + ", which was rolled back (--force), so";
    }
    return published ? "published edition" : "nothing new, edition";
  }

  private String inSpiteOf() {
    return accepted.isEmpty()
        ? ""
        : "; accepted: " + String.join(", ", accepted.stream().map(AcceptedAudit::audit).toList());
  }

  @Override
  public String summary() {
    long cells = cubes.values().stream().mapToLong(OfCube::cells).sum();
    long suppressed = cubes.values().stream().mapToLong(OfCube::suppressed).sum();
    return String.format(
        Locale.ROOT,
        "%s %s%s: %,d cells, of which %,d suppressed%s",
        outcome(),
        edition,
        withheld.isPresent() ? " stands" : "",
        cells,
        suppressed,
        inSpiteOf());
  }
}
