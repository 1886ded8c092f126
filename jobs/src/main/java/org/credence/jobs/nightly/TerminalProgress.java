package org.credence.jobs.nightly;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line a stage that is drawn again while the stage runs: what it does, a bar of Spark's tasks,
 * the time so far. What is worth keeping scrolls up above it.
 */
public final class TerminalProgress implements NightProgress, AutoCloseable {

  private static final int BAR = 20;
  private static final int REFRESH_MILLIS = 250;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter out;
  private final int columns;
  private final ScheduledExecutorService clockwork;
  private String stage = "";
  private String step = "";
  private int done;
  private int known;
  private Stopwatch stopwatch = new Stopwatch();

  /**
   * @param columns width of the terminal in characters
   */
  public TerminalProgress(PrintWriter out, int columns) {
    this.out = out;
    this.columns = columns;
    this.clockwork =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "credence progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        clockwork.scheduleAtFixedRate(
            this::draw, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void begin(String name) {
    stage = name;
    step = "";
    done = 0;
    known = 0;
    stopwatch = new Stopwatch();
    draw();
  }

  @Override
  public synchronized void step(String what) {
    step = what;
    draw();
  }

  @Override
  public synchronized void note(String what) {
    keep(what);
    draw();
  }

  @Override
  public synchronized void tasks(int nowDone, int nowKnown) {
    done = nowDone;
    known = nowKnown;
  }

  @Override
  public synchronized void end(String summary, Duration took) {
    keep(summary + "  " + Amounts.time(took));
    stage = "";
  }

  /** Leaves the terminal with an empty line. */
  @Override
  public synchronized void close() {
    clockwork.shutdownNow();
    out.print(CLEAR);
    out.flush();
    stage = "";
  }

  private void keep(String text) {
    out.println(CLEAR + (stage.isEmpty() ? text : "%-8s %s".formatted(stage, text)));
    out.flush();
  }

  private synchronized void draw() {
    if (stage.isEmpty()) {
      return;
    }
    String line = "%-8s %s %s  %s".formatted(stage, bar(), Amounts.time(stopwatch.elapsed()), step);
    out.print(CLEAR + line.substring(0, Math.min(line.length(), columns - 1)));
    out.flush();
  }

  private String bar() {
    int full = known == 0 ? 0 : BAR * done / known;
    return "[%s%s] %d/%d".formatted("#".repeat(full), ".".repeat(BAR - full), done, known);
  }
}
