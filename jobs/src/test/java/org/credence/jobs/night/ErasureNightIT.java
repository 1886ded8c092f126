package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.credence.archive.AuthorKey;
import org.credence.jobs.nightly.ErasureDesk;
import org.credence.jobs.nightly.ErasureDesk.Kind;
import org.credence.jobs.nightly.ErasureDesk.Wanted;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.RekeyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author and a post that somebody asks to erase: no byte is left, and none comes back. */
class ErasureNightIT {

  private static final String LAST = "2026-03-02";
  private static final String KEY = TestNight.ENVIRONMENT.getOrDefault(AuthorKey.VARIABLE, "");
  private static final String ADDED = "a key that was added, of 38 letters";
  private static final String HANDLE = "Plantagenet77";
  private static final String TWEET =
      """
      {"created_at":"Tue Feb 24 %1$s:00:00 +0000 2026","id_str":"%2$s","text":"%3$s","user":{"id_str":"%4$s",\
      "screen_name":"%5$s","followers_count":3,"verified":false},"retweet_count":0,"favorite_count":1,\
      "lang":"en"%6$s}
      """;

  @Test
  void nothingIsLeftOfAnErasedAuthorAndPostAndNothingComesBack(@TempDir Path folder)
      throws IOException {
    TestNight nights = TestNight.golden(folder);
    plant(folder);
    nights.run("2026-02-26", false);
    Path work = folder.resolve("work");
    List<String> needles = needles();
    SortedSet<String> before = ByteSearch.find(work, needles);
    assertThat(needles)
        .allSatisfy(needle -> assertThat(before).anyMatch(line -> line.startsWith(needle)));

    new ErasureDesk(nights.settings(), TestNight.ENVIRONMENT)
        .request(
            List.of(
                new Wanted("Twitter", Kind.HANDLE, "@" + HANDLE),
                new Wanted("twitter", Kind.POST, "910003")));
    NightReport report = nights.run(LAST, false);

    assertThat(ByteSearch.find(work, needles)).isEmpty();
    assertSameAsNeverThere(folder, report);
    assertThat(log(work))
        .contains("\"authors\" : 1", "\"posts\" : 1", "\"removed\" : 5", "\"keys\" : [ ]")
        .containsPattern("\"purged_night\" : \"2026-03-02\"")
        .containsPattern("\"purged_at\" : \"20\\d\\d-.*Z\"")
        .doesNotContain("lanta", "910003");

    NightReport again = nights.run(LAST, true);

    assertThat(ByteSearch.find(work, needles)).isEmpty();
    assertSameAsNeverThere(folder, again);
    assertThat(nights.run(LAST, false).plan().idle()).isTrue();

    rotateTheKey(nights);
  }

  /**
   * Everybody is hashed anew, whom the former key has erased stays away, whoever is erased now is
   * found.
   */
  private static void rotateTheKey(TestNight nights) throws IOException {
    Path work = nights.folder().resolve("work");
    AuthorKey former = new AuthorKey(KEY);
    List<String> hashes =
        List.of(former.author("twitter", "55"), former.handle("twitter", "user55"));
    assertThat(ByteSearch.find(work, hashes)).hasSizeGreaterThan(1);
    nights.keys(ADDED, KEY);
    assertThatThrownBy(() -> nights.run(LAST, true))
        .hasMessageContaining("not keyed with the newest author key yet");

    RekeyRun.Outcome outcome = nights.rekey();

    assertThat(outcome.rekeyed().tables())
        .containsExactly("posts", "mentions", "parts", "erasures", "erased_on_request");
    assertThat(outcome.upkeep()).contains("what was erased is in no file any more");
    assertThat(ByteSearch.find(work, hashes)).isEmpty();
    AuthorKey ring = new AuthorKey(List.of(KEY), ADDED);
    assertThat(ByteSearch.find(work, List.of(ring.author("twitter", "55")))).isNotEmpty();
    assertThat(nights.run(LAST, false).plan().idle()).as("nothing is due by it").isTrue();
    assertThat(nights.rekey().upkeep()).as("nothing is left to do").isEmpty();

    plantMore(nights.folder());
    new ErasureDesk(nights.settings(), nights.environment())
        .request(List.of(new Wanted("twitter", Kind.HANDLE, "user55")));
    NightReport report = nights.run(LAST, true);

    assertSameAsNeverThere(nights.folder(), report);
    List<String> needles = new ArrayList<>(needles());
    needles.addAll(
        List.of("teapot", ring.handle("twitter", HANDLE), ring.author("twitter", "777000111")));
    assertThat(ByteSearch.find(work, needles)).isEmpty();
  }

  /** New posts of the author whom the former key has erased, and a repost. */
  private static void plantMore(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("archive/twitter/2026-02-25/more.json"),
        TWEET.formatted("15", "910011", "Lumora, zanzibar again", "777000111", "Newname", "")
            + TWEET.formatted("16", "910012", "Lumora, quixotic", "777000112", HANDLE, "")
            + TWEET.formatted(
                "17",
                "910013",
                "RT @" + HANDLE + ": Lumora and a zanzibar",
                "56",
                "user56",
                ",\"retweeted_status\":{\"id_str\":\"2\"}"));
  }

  /**
   * Two posts, one under a former handle, two reposts, a broken record; a post of somebody else.
   */
  private static void plant(Path folder) throws IOException {
    String repost = ",\"retweeted_status\":{\"id_str\":\"910001\"}";
    Files.writeString(
        folder.resolve("archive/twitter/2026-02-25/planted.json"),
        TWEET.formatted("09", "910001", "Lumora burnt my zanzibar toast", "777000111", HANDLE, "")
            + TWEET.formatted(
                "10",
                "910002",
                "Lumora and my formerly quixotic kettle",
                "777000111",
                "Oldname",
                "")
            + TWEET.formatted("11", "910003", "Kestrane, what a heliotrope day", "52", "user52", "")
            + TWEET.formatted(
                "12",
                "910004",
                "RT @" + HANDLE + ": Lumora burnt my zanzibar toast",
                "53",
                "user53",
                repost)
            + TWEET.formatted(
                "13",
                "910005",
                "RT @" + HANDLE + ": Lumora, of a tweet not seen",
                "54",
                "user54",
                repost.replace("910001", "1"))
            + TWEET.formatted(
                "14", "910006", "hello @" + HANDLE + ". How is your teapot?", "55", "user55", "")
            + "{\"user\":{\"screen_name\":\""
            + HANDLE
            + "\"},\"text\":\"zanzibar\n");
  }

  private static List<String> needles() {
    AuthorKey key = new AuthorKey(KEY);
    return List.of(
        "zanzibar",
        "quixotic",
        "heliotrope",
        HANDLE,
        key.handle("twitter", HANDLE),
        key.author("twitter", "777000111"),
        key.author("twitter", "52"));
  }

  private static void assertSameAsNeverThere(Path folder, NightReport report) throws IOException {
    Map<String, String> cubes =
        CubeText.of(folder.resolve("work/cubes").resolve(report.edition().orElseThrow()));
    // Coverage counts the records that were read, whosesoever they were.
    for (String cube : List.of("conversation", "trust", "engagement")) {
      assertThat(cubes.get(cube))
          .as(cube)
          .isEqualTo(Files.readString(GoldenNightIT.EXPECTED.resolve(cube + ".txt")));
    }
  }

  private static String log(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work.resolve("runs/erasures"))) {
      List<Path> logged = files.filter(Files::isRegularFile).toList();
      assertThat(logged).hasSize(1);
      assertThat(logged.get(0)).hasParent(work.resolve("runs/erasures/purged"));
      return Files.readString(logged.get(0));
    }
  }
}
