package org.credence.jobs.cubes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.cubes.Edition;
import org.credence.jobs.StageResult;

/**
 * What was published.
 *
 * @param edition that stands now
 * @param published whether it is new; false when everything was published already
 * @param monthsWritten files by cube that were not taken over from the edition before
 * @param cubes by name
 */
public record CubesResult(
    String edition,
    boolean published,
    SortedMap<String, Integer> monthsWritten,
    SortedMap<String, OfCube> cubes)
    implements StageResult {

  public CubesResult {
    monthsWritten = Collections.unmodifiableSortedMap(new TreeMap<>(monthsWritten));
    cubes = Collections.unmodifiableSortedMap(new TreeMap<>(cubes));
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
    return new CubesResult(edition.name(), published, monthsWritten, cubes);
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

  @Override
  public String summary() {
    long cells = cubes.values().stream().mapToLong(OfCube::cells).sum();
    long suppressed = cubes.values().stream().mapToLong(OfCube::suppressed).sum();
    return String.format(
        Locale.ROOT,
        "%s %s: %,d cells, of which %,d suppressed",
        published ? "published edition" : "nothing new, edition",
        edition,
        cells,
        suppressed);
  }
}
