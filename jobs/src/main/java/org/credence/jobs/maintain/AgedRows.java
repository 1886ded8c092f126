package org.credence.jobs.maintain;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.lake.TopicMemories;
import org.credence.lake.Topics;
import org.credence.lake.Upkeep;
import org.credence.settings.CredenceSettings.Retention;

/**
 * Removes texts and rejected records for their age, by whole months, and old memories of topics.
 * The commits carry no notes: nothing that was computed from the rows changes by it.
 */
record AgedRows(Lake lake, LocalDate night, Retention retention) {

  /**
   * @param textMonths first days of the months whose texts went
   * @param rejects whether rejected records went
   */
  record Cleared(SortedSet<LocalDate> textMonths, boolean rejects) {}

  Cleared clear() {
    SortedSet<LocalDate> texts =
        before(retention.textDays()).map(this::clearTexts).orElseGet(TreeSet::new);
    clearMemories();
    boolean rejects = before(retention.rejectsDays()).map(this::clearRejects).orElse(false);
    return new Cleared(texts, rejects);
  }

  /** The first day of the month that holds the oldest day to keep. */
  private Optional<LocalDate> before(int days) {
    return days == 0 ? Optional.empty() : Optional.of(night.minusDays(days).withDayOfMonth(1));
  }

  private SortedSet<LocalDate> clearTexts(LocalDate day) {
    SortedSet<LocalDate> cleared = new TreeSet<>();
    Optional<Upkeep> posts = Upkeep.of(lake, Posts.TABLE);
    if (posts.isEmpty() || !isScored()) {
      return cleared;
    }
    List<LocalDate> months = posts.get().monthsBefore(day, Notes.TEXT_GONE);
    for (LocalDate month : months) {
      Column inMonth =
          Posts.DAY.col().geq(lit(month)).and(Posts.DAY.col().lt(lit(month.plusMonths(1))));
      Dataset<Row> rows = lake.read(Posts.TABLE).filter(inMonth);
      if (!rows.filter(Posts.TEXT.col().notEqual("")).isEmpty()) {
        Dataset<Row> empty = rows.withColumn(Posts.TEXT.column(), functions.lit(""));
        lake.replace(Posts.TABLE, inMonth, empty, Map.of());
        cleared.add(month);
      }
    }
    if (!months.isEmpty()) {
      posts.get().mark(Notes.TEXT_GONE, day);
    }
    return cleared;
  }

  /** Whether all posts are scored: without its text a post never can be. */
  private boolean isScored() {
    return lake.note(Posts.TABLE, Notes.BATCH).equals(lake.note(Mentions.TABLE, Notes.BATCH));
  }

  /** A night that runs again needs those of the nights before it. */
  private void clearMemories() {
    Column old = Topics.NIGHT.col().lt(lit(night.minusDays(TopicMemories.KEPT)));
    Dataset<Row> memories = lake.read(TopicMemories.TABLE);
    Dataset<Row> aged = memories.filter(old);
    Dataset<Row> newest =
        memories.groupBy(Topics.SCOPE.col()).agg(max(Topics.NIGHT.col()).as("night"));
    String[] memory = {Topics.SCOPE.column(), Topics.NIGHT.column()};
    if (!aged.join(newest, memory, "left_anti").isEmpty()) {
      lake.replace(TopicMemories.TABLE, old, aged.join(newest, memory, "left_semi"), Map.of());
    }
  }

  private boolean clearRejects(LocalDate day) {
    Optional<Upkeep> rejects = Upkeep.of(lake, RejectedRecords.TABLE);
    boolean done =
        lake.marked(RejectedRecords.TABLE, Notes.REJECTS_GONE).filter(day::equals).isPresent();
    if (rejects.isEmpty() || done) {
      return false;
    }
    String old = "%s < DATE'%s'".formatted(Posts.DROP, day);
    boolean some = !lake.read(RejectedRecords.TABLE).filter(old).isEmpty();
    if (some) {
      lake.delete(RejectedRecords.TABLE, old, Map.of());
    }
    rejects.get().mark(Notes.REJECTS_GONE, day);
    return some;
  }
}
