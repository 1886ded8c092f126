package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trunc;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.cubes.Level;
import org.credence.lake.DayRanges;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.lake.TouchedDays;
import org.credence.settings.Digest;
import org.credence.statistics.AuthorSample;

/**
 * Brings the parts up to date with the mentions: the days that have changed are summed anew, and
 * the months that they lie in are replaced in one commit.
 */
final class PartsUpdate {

  /** A new one sums everything anew. */
  private static final int VERSION = 1;

  private static final String RULES = "rules";

  private final Lake lake;
  private final PartRules rules;

  PartsUpdate(Lake lake, PartRules rules) {
    this.lake = lake;
    this.rules = rules;
  }

  /**
   * @param force sums all days anew
   */
  void run(boolean force) {
    Optional<Long> mentions = lake.snapshot(Mentions.TABLE);
    if (mentions.isEmpty()) {
      return;
    }
    lake.ensure(Parts.TABLE);
    String now = String.valueOf(mentions.get());
    Optional<SortedSet<LocalDate>> touched = force ? Optional.empty() : touched();
    if (touched.isEmpty()) {
      Dataset<Row> parts = PartsOfDay.of(lake.read(Mentions.TABLE), rules);
      lake.replaceAll(Parts.TABLE, filed(parts), notes(now, Map.of()));
    } else if (!touched.get().isEmpty()) {
      replace(touched.get(), now);
    }
  }

  /**
   * Sums all days anew from mentions that were re-keyed. The figures stay, so only days that the
   * parts had not followed yet count as changed.
   *
   * @param more notes of the commit
   */
  void again(Map<String, String> more) {
    String now = String.valueOf(lake.snapshot(Mentions.TABLE).orElseThrow());
    Map<String, String> notes = new HashMap<>(more);
    touched()
        .ifPresentOrElse(
            days -> notes.put(Notes.DAYS, DayRanges.format(days)), () -> notes.remove(Notes.DAYS));
    Dataset<Row> parts = PartsOfDay.of(lake.read(Mentions.TABLE), rules);
    lake.replaceAll(Parts.TABLE, filed(parts), notes(now, notes));
  }

  /** Days of mentions that the parts don't know yet; nothing when they must be made anew. */
  private Optional<SortedSet<LocalDate>> touched() {
    if (!lake.note(Parts.TABLE, RULES).equals(Optional.of(version()))) {
      return Optional.empty();
    }
    return lake.note(Parts.TABLE, Notes.MENTIONS)
        .flatMap(seen -> TouchedDays.since(lake, Mentions.TABLE, seen));
  }

  private void replace(SortedSet<LocalDate> days, String mentions) {
    SortedSet<LocalDate> months = new TreeSet<>();
    days.forEach(day -> months.add(Level.MONTH.first(day)));
    Column touched = Days.among(days);
    Column affected = Days.among(Level.MONTH, months);
    Dataset<Row> fresh = PartsOfDay.of(lake.read(Mentions.TABLE).filter(touched), rules);
    Dataset<Row> kept = lake.read(Parts.TABLE).filter(affected.and(not(touched)));
    Dataset<Row> parts = Parts.TABLE.conform(kept).unionByName(fresh);
    lake.replace(
        Parts.TABLE,
        affected,
        filed(parts),
        notes(mentions, Map.of(Notes.DAYS, DayRanges.format(days))));
  }

  /** One file a month, in the order in which cells are made. */
  private static Dataset<Row> filed(Dataset<Row> parts) {
    return parts
        .repartition(trunc(Posts.DAY.col(), "month"))
        .sortWithinPartitions(Posts.DAY.col(), Mentions.BRAND.col(), Parts.SUBJECT.col());
  }

  private Map<String, String> notes(String mentions, Map<String, String> more) {
    Map<String, String> notes = new HashMap<>(more);
    notes.put(Notes.MENTIONS, mentions);
    notes.put(RULES, version());
    return notes;
  }

  /**
   * Samples of another size are cut at another person: they can't be merged with today's. Another
   * trust model comes with mentions of its own, and days that keep theirs keep their clusters.
   */
  private String version() {
    return Digest.brief(VERSION, AuthorSample.K, rules.bots());
  }
}
