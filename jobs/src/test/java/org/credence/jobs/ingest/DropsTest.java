package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;
import org.credence.storage.StoredFile;
import org.junit.jupiter.api.Test;

class DropsTest {

  private static final SourcesFile SOURCES =
      new SourcesFile(List.of(source("tweets", "twitter"), source("shops", "twitter/shops")));
  private static final LocalDate NIGHT = LocalDate.parse("2026-01-05");

  @Test
  void takesDropsUpToTheNightInTheOrderOfDelivery() {
    Drops drops =
        drops(
            Set.of(),
            false,
            "twitter/2026-01-05/a.json",
            "twitter/2026-01-04/part/b.json.gz",
            "twitter/2026-01-06/c.json",
            "twitter/shops/2026-01-04/d.csv");

    assertThat(keys(drops))
        .containsExactly(
            "tweets 2026-01-04 twitter/2026-01-04/part/b.json.gz",
            "shops 2026-01-04 twitter/shops/2026-01-04/d.csv",
            "tweets 2026-01-05 twitter/2026-01-05/a.json");
    assertThat(drops.later()).isEqualTo(1);
    assertThat(drops.drops().get("tweets"))
        .containsExactly(LocalDate.parse("2026-01-04"), LocalDate.parse("2026-01-05"));
    assertThat(drops.notes()).isEmpty();
    assertThat(drops.dueDrops()).isEqualTo(3);
    assertThat(drops.bytes()).isEqualTo(21);
  }

  @Test
  void leavesWhatItKnowsUnlessItHasChangedOrIsForced() {
    Set<TakenFile> taken =
        Set.of(
            new TakenFile("tweets", "twitter/2026-01-01/same", 7, "v1"),
            new TakenFile("tweets", "twitter/2026-01-01/longer", 6, "v1"),
            new TakenFile("tweets", "twitter/2026-01-01/newer", 7, "v0"),
            new TakenFile("sold", "twitter/2026-01-01/renamed", 7, "v1"));
    String[] listing = {
      "twitter/2026-01-01/longer",
      "twitter/2026-01-01/newer",
      "twitter/2026-01-01/renamed",
      "twitter/2026-01-01/same"
    };

    assertThat(keys(drops(taken, false, listing)))
        .extracting(key -> key.substring(key.lastIndexOf('/') + 1))
        .containsExactly("longer", "newer", "renamed");
    assertThat(drops(taken, true, listing).due()).hasSize(4);
  }

  @Test
  void saysOnceWhatIsNoDrop() {
    Drops drops =
        drops(
            Set.of(),
            false,
            "README.md",
            "backup/2026-01-01/a",
            "backup/2026-01-02/a",
            "twitter/2026-13-01/a",
            "twitter/latest/a",
            "twitter/a",
            "twitter/2026-01-01/_SUCCESS",
            "twitter/2026-01-01/.a.crc");

    assertThat(drops.due()).isEmpty();
    assertThat(drops.drops()).isEmpty();
    assertThat(drops.notes())
        .containsExactly(
            "beside the folders of the archive: 1 file left out, no source in sources.yaml names"
                + " them",
            "folder backup of the archive: 2 files left out, no source in sources.yaml names it",
            "folder twitter: 3 files left out, not in a dated folder YYYY-MM-DD");
  }

  private static Drops drops(Set<TakenFile> taken, boolean force, String... keys) {
    List<StoredFile> listing = Stream.of(keys).map(key -> new StoredFile(key, 7, "v1")).toList();
    return Drops.of(SOURCES, listing, taken, NIGHT, force);
  }

  private static List<String> keys(Drops drops) {
    return drops.due().stream()
        .map(due -> due.source().name() + " " + due.drop() + " " + due.file().key())
        .toList();
  }

  private static Source source(String name, String folder) {
    return new Source(
        name, folder, "twitter-v1", "twitter", Network.PUBLIC, "UTC", "", Expected.DAILY);
  }
}
