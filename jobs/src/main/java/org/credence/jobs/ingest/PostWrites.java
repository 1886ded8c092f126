package org.credence.jobs.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.PostDays;
import org.credence.lake.WaitingReplies;

/**
 * Writes the posts of a batch. Indices have them before the posts do, and lose after them what is
 * gone: whatever a crash leaves, nothing is absent there.
 */
record PostWrites(Batch batch, Batch.Findings findings, Threads threads, Commits commits) {

  /**
   * @param added how many posts are new
   * @param replaced how many get the values of another delivery
   */
  PostChanges write(long added, long replaced) {
    long removed = findings.removed().count();
    long restated = threads.restated().count();
    if (added + replaced > 0) {
      commits.index(PostDays.TABLE, batch.toIndex(findings));
    }
    commits.index(WaitingReplies.TABLE, threads.waiting());
    Batch.Found forgotten = batch.toForget(findings);
    PostChanges changes = PostChanges.NONE;
    if (added + replaced + removed + restated > 0) {
      Batch.Days days = batch.days(findings, threads.restated(), added > 0, replaced > 0);
      changes = new PostChanges(added, replaced + restated, removed, days.all());
      if (changes.rewrites()) {
        commits.change(changed(), changes, days.losing());
      }
      if (added > 0) {
        commits.add(threads.of(batch.added(findings)), changes);
      }
    }
    commits.forget(PostDays.TABLE, forgotten, findings.ranges(), forgotten.count());
    if (!threads.released().none()) {
      IdRanges ranges = IdRanges.of(threads.released().rows());
      commits.forget(WaitingReplies.TABLE, threads.released(), ranges, removed);
    }
    return changes;
  }

  private Dataset<Row> changed() {
    return PostRows.CHANGES
        .conform(threads.of(batch.changes(findings)))
        .union(threads.restated().rows());
  }
}
