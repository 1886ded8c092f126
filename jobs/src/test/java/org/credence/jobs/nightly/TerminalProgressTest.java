package org.credence.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

  private final StringWriter shown = new StringWriter();

  @Test
  void drawsAStageWithinTheWidthOfTheTerminal() {
    try (TerminalProgress progress = new TerminalProgress(new PrintWriter(shown), 60)) {
      progress.begin("ingest");
      progress.tasks(5, 20);
      progress.step("reading 60 drops, 41 MB, and much more than fits");
      progress.note("2026-01-20 of care is missing");
      progress.end("63,912 posts", Duration.ofMillis(4_200));
    }

    assertThat(shown.toString())
        .contains("ingest   [#####...............] 5/20")
        .contains("reading 60 dr")
        .contains("ingest   2026-01-20 of care is missing")
        .contains("ingest   63,912 posts  4.2 s");
    assertThat(shown.toString().split("\r\u001b\\[K|\\R")).allMatch(line -> line.length() < 60);
  }

  @Test
  void plainLinesHoldNoControlCharacters() {
    LineProgress progress = new LineProgress(new PrintWriter(shown));
    progress.note("Night of 2026-03-05: 60 new drops, 41.2 MB.");
    progress.begin("ingest");
    progress.step("reading 60 drops");
    progress.tasks(1, 2);
    progress.end("63,912 posts", Duration.ofSeconds(185));

    assertThat(shown.toString().lines())
        .containsExactly(
            "Night of 2026-03-05: 60 new drops, 41.2 MB.",
            "ingest   reading 60 drops",
            "ingest   63,912 posts (3:05)");
  }
}
