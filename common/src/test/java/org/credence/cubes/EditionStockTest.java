package org.credence.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.credence.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which editions stay, on a disk. */
class EditionStockTest {

  @TempDir Path folder;

  @Test
  void keepsTheNewestNightsTheMonthEndsAndTheOneThatStands() throws IOException {
    editions("2026-01-30-a 2026-01-31-b 2026-02-01-c 2026-02-02-d 2026-02-02-d-2 2026-02-03-e");
    Files.writeString(folder.resolve("LATEST"), "2026-02-03-e\n");

    assertThat(stock().removeOld(2, true)).containsExactly("2026-01-30-a", "2026-02-01-c");
    assertThat(names())
        .containsExactly("2026-01-31-b", "2026-02-02-d", "2026-02-02-d-2", "2026-02-03-e");
    assertThat(stock().removeOld(2, false)).containsExactly("2026-01-31-b");
  }

  @Test
  void neverRemovesTheEditionThatStandsHoweverOld() throws IOException {
    editions("2026-01-01-a 2026-02-01-b 2026-02-02-c 2026-02-03-d");
    Files.writeString(folder.resolve("LATEST"), "2026-01-01-a\n");

    assertThat(stock().removeOld(2, false)).containsExactly("2026-02-01-b");
  }

  @Test
  void sweepsWhatACrashHasLeft() throws IOException {
    editions("2026-02-01-a 2026-02-02-b");
    Files.writeString(folder.resolve("LATEST"), "2026-02-02-b\n");
    Files.delete(folder.resolve("2026-02-01-a/edition.json"));
    Files.writeString(folder.resolve(".123.tmp"), "2026-02-0");

    assertThat(stock().removeHalfWritten()).isEqualTo(2);

    assertThat(names()).containsExactly("2026-02-02-b");
    assertThat(folder.resolve(".123.tmp")).doesNotExist();
  }

  @Test
  void freesTheOldestFirstUpToWhatIsNeededAndNeverTheTwoNewestNights() throws IOException {
    editions("2026-01-31-z 2026-02-01-a 2026-02-02-b 2026-02-03-c 2026-02-04-d 2026-02-05-e");
    Files.writeString(folder.resolve("LATEST"), "2026-02-05-e\n");
    assertThat(stock().bytes()).isEqualTo(6 * 102);

    assertThat(stock().free(103, true)).containsExactly("2026-02-01-a", "2026-02-02-b");
    assertThat(stock().free(1_000_000, true)).containsExactly("2026-02-03-c");
    assertThat(names()).containsExactly("2026-01-31-z", "2026-02-04-d", "2026-02-05-e");
  }

  @Test
  void countsAMonthThatEditionsShareOnce() throws IOException {
    editions("2026-02-01-a");
    Files.createDirectories(folder.resolve("2026-02-02-b/trust/month=2026-02"));
    String part = "trust/month=2026-02/part.parquet";
    Files.createLink(
        folder.resolve("2026-02-02-b").resolve(part), folder.resolve("2026-02-01-a").resolve(part));

    assertThat(stock().bytes()).isEqualTo(102);
  }

  private EditionStock stock() {
    return EditionStock.of(Storage.local(folder.toUri()));
  }

  private void editions(String names) throws IOException {
    int size = 0;
    for (String name : names.split(" ")) {
      Path part = folder.resolve(name).resolve("trust/month=2026-02/part.parquet");
      Files.createDirectories(part.getParent());
      Files.write(part, new byte[100]);
      Files.setLastModifiedTime(part, java.nio.file.attribute.FileTime.fromMillis(++size * 1000));
      Path description = Files.writeString(folder.resolve(name).resolve("edition.json"), "{}");
      Files.setLastModifiedTime(
          description, java.nio.file.attribute.FileTime.fromMillis(size * 1000));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("2026"))
          .sorted()
          .toList();
    }
  }
}
