package org.credence.jobs.nightly;

import java.io.PrintWriter;
import java.time.Duration;

/** Plain lines, for logs and pipes. */
public final class LineProgress implements NightProgress {

  private final PrintWriter out;
  private String stage = "";

  public LineProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(String name) {
    stage = name;
  }

  @Override
  public void step(String what) {
    line(what);
  }

  @Override
  public void note(String what) {
    line(what);
  }

  @Override
  public void tasks(int done, int known) {}

  @Override
  public void end(String summary, Duration took) {
    line(summary + " (" + Amounts.time(took) + ")");
  }

  private void line(String text) {
    out.println(stage.isEmpty() ? text : "%-8s %s".formatted(stage, text));
    out.flush();
  }
}
