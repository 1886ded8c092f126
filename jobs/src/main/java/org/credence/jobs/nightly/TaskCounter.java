package org.credence.jobs.nightly;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Feeds the bar of a progress with the tasks that Spark knows of and has finished. */
final class TaskCounter extends SparkListener {

  private final NightProgress progress;
  private int done;
  private int known;

  TaskCounter(NightProgress progress) {
    this.progress = progress;
  }

  /** Counts from nought again, for the next stage of the night. */
  synchronized void reset() {
    done = 0;
    known = 0;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    known += submitted.stageInfo().numTasks();
    progress.tasks(done, known);
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd ended) {
    done = Math.min(done + 1, known);
    progress.tasks(done, known);
  }
}
