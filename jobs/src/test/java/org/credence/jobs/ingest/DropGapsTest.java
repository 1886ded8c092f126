package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.credence.lake.DayRanges;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class DropGapsTest {

  private static final DropGaps GAPS =
      new DropGaps(
          new SourcesFile(List.of(source("daily", Expected.DAILY), source("once", Expected.ONCE))),
          LocalDate.parse("2026-03-05"));

  @Test
  void aDayWithoutAnyFileIsAbsent() {
    var listed = Map.of("daily", new TreeSet<>(DayRanges.parse("2026-03-02,2026-03-04")));
    List<FileAccount> taken = List.of(file("daily", "2026-03-01", "a", 5, ""));

    assertThat(GAPS.absent(Map.copyOf(listed), taken))
        .isEqualTo(Map.of("daily", DayRanges.parse("2026-03-03,2026-03-05")));
  }

  @Test
  void aDayWhoseFilesHoldNoRecordIsEmpty() {
    List<FileAccount> files = new ArrayList<>();
    files.add(file("daily", "2026-03-01", "a", 0, ""));
    files.add(file("daily", "2026-03-01", "b", 0, ""));
    // Something came.
    files.add(file("daily", "2026-03-02", "a", 0, ""));
    files.add(file("daily", "2026-03-02", "b", 1, ""));
    // A file that breaks is told as such.
    files.add(file("daily", "2026-03-03", "a", 0, "truncated"));
    files.add(file("daily", "2026-03-06", "a", 0, ""));
    files.add(file("once", "2026-03-01", "a", 0, ""));

    assertThat(GAPS.empty(files)).isEqualTo(Map.of("daily", DayRanges.parse("2026-03-01")));
  }

  private static FileAccount file(
      String source, String drop, String name, long read, String failure) {
    return new FileAccount(
        new TakenFile(source, source + "/" + drop + "/" + name, 1, "1"),
        LocalDate.parse(drop),
        read,
        read,
        0,
        0,
        0,
        0,
        failure.isEmpty() ? Optional.empty() : Optional.of(failure));
  }

  private static Source source(String name, Expected expected) {
    return new Source(name, name, "twitter-v1", name, Network.PUBLIC, "UTC", "", expected);
  }
}
