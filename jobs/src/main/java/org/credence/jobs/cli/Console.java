package org.credence.jobs.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.credence.jobs.nightly.LineProgress;
import org.credence.jobs.nightly.NightProgress;
import org.credence.jobs.nightly.TerminalProgress;

/**
 * Where results and messages go.
 *
 * @param out results
 * @param err progress and errors
 * @param columns width of the terminal that shows {@code err}; empty when nobody watches
 */
record Console(PrintWriter out, PrintWriter err, OptionalInt columns) {

  /** The launcher knows whether it runs at a terminal, and how wide that is. */
  static Console ofThisProcess() {
    int columns = Integer.getInteger("credence.columns", 0);
    return new Console(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty());
  }

  /** Something that shows progress, and a way to leave the terminal tidy. */
  record Watched(NightProgress progress, Runnable finish) implements AutoCloseable {
    @Override
    public void close() {
      finish.run();
    }
  }

  Watched watched() {
    if (columns.isEmpty()) {
      return new Watched(new LineProgress(err), () -> {});
    }
    TerminalProgress progress = new TerminalProgress(err, columns.getAsInt());
    return new Watched(progress, progress::close);
  }
}
