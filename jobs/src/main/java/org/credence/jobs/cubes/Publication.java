package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.cubes.AcceptedAudit;
import org.credence.cubes.AuditPage;
import org.credence.cubes.Cells;
import org.credence.cubes.Cube;
import org.credence.cubes.CubeRegistry;
import org.credence.cubes.DataCoverage;
import org.credence.cubes.Edition;
import org.credence.cubes.EditionDraft;
import org.credence.cubes.Editions;
import org.credence.cubes.Survey;
import org.credence.lake.Fence;
import org.credence.settings.Digest;
import org.credence.settings.Settings;

/** Writes the months whose content has changed, takes the others over, and swaps LATEST. */
record Publication(
    Editions editions,
    Optional<Edition> before,
    CubeRegistry registry,
    Inputs inputs,
    Judgement judgement,
    Settings settings,
    Fence fence) {

  /** Few rows, computed for all months each time. */
  private static final List<Cube> ALWAYS_WHOLE = List.of(DataCoverage.CUBE, Survey.CUBE);

  /**
   * @param computed months that were computed, {@code YYYY-MM}; nothing when all were
   */
  CubesResult publish(
      Map<Cube, Dataset<Row>> cells,
      Inspection inspection,
      Optional<SortedSet<String>> computed,
      String taxonomy,
      boolean force) {
    SortedMap<String, SortedMap<String, Edition.Month>> content = new TreeMap<>();
    for (Cube cube : registry.cubes()) {
      content.put(cube.name(), content(cube, inspection, computed));
    }
    if (!force && before.filter(edition -> isSame(edition, content)).isPresent()) {
      return CubesResult.of(before.get(), false, new TreeMap<>());
    }
    Optional<Edition> withdrawn = force ? Optional.empty() : withdrawn(content);
    if (before.isPresent() && withdrawn.isPresent()) {
      return CubesResult.of(before.get(), false, new TreeMap<>()).withheld(withdrawn.get().name());
    }
    List<AcceptedAudit> accepted = judgement.accepted();
    EditionDraft draft = new EditionDraft(editions, editions.reserve(name(content, taxonomy)));
    SortedMap<String, Integer> written = new TreeMap<>();
    for (Cube cube : registry.cubes()) {
      SortedMap<String, Edition.Month> fresh =
          fresh(cube, content.getOrDefault(cube.name(), new TreeMap<>()));
      before.ifPresent(edition -> keep(draft, edition, cube, content, fresh));
      Dataset<Row> rows = cells.get(cube);
      if (rows != null && !fresh.isEmpty()) {
        Dataset<Row> changed = rows.filter(EditionDraft.month().isInCollection(fresh.keySet()));
        draft.write(cube, marked(cube, changed, fresh.keySet(), draft.name()), fresh);
      }
      written.put(cube.name(), fresh.size());
    }
    AuditPage.write(draft, settings.credence());
    Edition edition =
        draft
            .finish(inputs.night().toString(), registry.methodology(), taxonomy, inputs.toMap())
            .published(before, accepted, judgement.intakeByName());
    editions.publish(edition, registry, fence);
    return CubesResult.of(edition, true, written);
  }

  private Dataset<Row> marked(Cube cube, Dataset<Row> rows, Set<String> months, String edition) {
    return before
        .map(known -> editions.read(rows.sparkSession(), known, cube, months))
        .map(known -> Restatement.mark(cube, rows, known, edition))
        .orElseGet(() -> rows.withColumn(Cells.EDITION.column(), lit(edition)));
  }

  /** The edition of the same content that a person has rolled back. */
  private Optional<Edition> withdrawn(SortedMap<String, SortedMap<String, Edition.Month>> content) {
    return editions.withdrawn().stream()
        .flatMap(name -> editions.edition(name).stream())
        .filter(edition -> isSame(edition, content))
        .findFirst();
  }

  /** All months of a cube as they shall stand. */
  private SortedMap<String, Edition.Month> content(
      Cube cube, Inspection inspection, Optional<SortedSet<String>> computed) {
    SortedMap<String, Edition.Month> months = new TreeMap<>();
    boolean partly = computed.isPresent() && !ALWAYS_WHOLE.contains(cube);
    if (partly) {
      before.ifPresent(edition -> months.putAll(edition.months(cube)));
      computed.get().forEach(months::remove);
    }
    months.putAll(inspection.months(cube));
    return months;
  }

  private boolean isSame(
      Edition edition, SortedMap<String, SortedMap<String, Edition.Month>> content) {
    return edition.night().equals(inputs.night().toString())
        && registry.cubes().stream()
            .allMatch(
                cube ->
                    hashes(edition.months(cube))
                        .equals(hashes(content.getOrDefault(cube.name(), new TreeMap<>()))));
  }

  private static SortedMap<String, String> hashes(SortedMap<String, Edition.Month> months) {
    SortedMap<String, String> hashes = new TreeMap<>();
    months.forEach((month, is) -> hashes.put(month, is.contentHash()));
    return hashes;
  }

  /** The months that are not in the edition before as they are now. */
  private SortedMap<String, Edition.Month> fresh(
      Cube cube, SortedMap<String, Edition.Month> months) {
    SortedMap<String, Edition.Month> fresh = new TreeMap<>(months);
    before.ifPresent(
        edition ->
            fresh
                .entrySet()
                .removeIf(
                    month -> {
                      Edition.Month old = edition.months(cube).get(month.getKey());
                      return old != null
                          && old.contentHash().equals(month.getValue().contentHash());
                    }));
    return fresh;
  }

  private static void keep(
      EditionDraft draft,
      Edition edition,
      Cube cube,
      SortedMap<String, SortedMap<String, Edition.Month>> content,
      SortedMap<String, Edition.Month> fresh) {
    SortedSet<String> gone = new TreeSet<>(edition.months(cube).keySet());
    gone.removeAll(content.getOrDefault(cube.name(), new TreeMap<>()).keySet());
    gone.addAll(fresh.keySet());
    draft.keep(edition, cube, gone);
  }

  private String name(
      SortedMap<String, SortedMap<String, Edition.Month>> content, String taxonomy) {
    SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
    content.forEach((cube, months) -> all.put(cube, hashes(months)));
    return inputs.night()
        + "-"
        + Digest.of(registry.methodology(), taxonomy, inputs.rules(), all).substring(0, 8);
  }
}
