package org.credence.jobs.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/** Runs spark-submit and shows what it prints. The environment, with its secrets, is ours. */
final class SparkSubmit {

  private SparkSubmit() {}

  /** What a run showed. */
  record Shown(int exitCode, SubmitVerdict verdict) {}

  static Shown run(List<String> line, PrintWriter out, PrintWriter err)
      throws InterruptedException {
    SubmitVerdict verdict = new SubmitVerdict();
    try {
      Process process = new ProcessBuilder(line).start();
      Thread results = pump(process.getInputStream(), out, verdict);
      Thread messages = pump(process.getErrorStream(), err, verdict);
      int exitCode = process.waitFor();
      results.join();
      messages.join();
      return new Shown(exitCode, verdict);
    } catch (IOException e) {
      throw new Refusal(
          "spark-submit can't be started",
          e.getClass().getSimpleName(),
          "Check the rights of " + line.get(0) + ".",
          ExitCode.CONFIGURATION,
          e);
    }
  }

  private static Thread pump(InputStream from, PrintWriter to, SubmitVerdict verdict) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  verdict.line(line);
                  to.println(line);
                  to.flush();
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "credence submit output");
    thread.start();
    return thread;
  }
}
