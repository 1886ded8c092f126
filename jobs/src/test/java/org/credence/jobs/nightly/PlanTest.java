package org.credence.jobs.nightly;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.archive.AuthorKey;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;
import org.credence.storage.Storage;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs again when what changes, without Spark. */
class PlanTest {

  private static final String KEY = "a key of the tests";
  private static final String FINGERPRINT = new AuthorKey(KEY).fingerprint();
  private static final CodeVersion CODE = new CodeVersion("1", "aaa");

  @TempDir Path root;
  private ConfFolder conf;

  @BeforeEach
  void aNightThatIsDone() throws IOException {
    conf = ConfFolder.in(root);
    drop("2026-01-01", "one");
    drop("2026-01-02", "two");
    write("labels.tsv", "id\tlabel\n");
    finish(CODE, FINGERPRINT);
  }

  @Test
  void aFreshLakeRunsEverything() throws IOException {
    Files.delete(root.resolve("work/runs/ledger.json"));

    Plan plan = plan(CODE, FINGERPRINT, false);

    assertThat(due(plan)).isEqualTo("ingest train apply topics cubes report maintain");
    assertThat(plan.decisions().get(0).why()).isEqualTo("never done here, 2 new drops, 6 B");
    assertThat(plan.work()).isEqualTo(Work.TINY);
  }

  @Test
  void manyLabelsAreLarge() throws IOException {
    write("labels.tsv", "x".repeat(1_000_001));

    assertThat(plan(CODE, FINGERPRINT, false).work()).isEqualTo(Work.LARGE);
  }

  @Test
  void allPostsAreScoredAgainForANewBrandHoweverSmallTheDrop() throws IOException {
    drop("2026-01-02", "x".repeat(32_000_001));
    finish(CODE, FINGERPRINT);
    assertThat(plan(CODE, FINGERPRINT, false).work()).isEqualTo(Work.NONE);

    assertThat(plan(CODE, "another key", false).work()).isEqualTo(Work.LARGE);
  }

  @Test
  void dailySourcesWithoutADropOfTheDateAreAwaited() {
    assertThat(plan(CODE, FINGERPRINT, false).awaited(places().settings().sources())).isEmpty();

    Plan early = plan(CODE, FINGERPRINT, LocalDate.parse("2026-01-03"), false);

    assertThat(early.awaited(places().settings().sources())).containsExactly("twitter");
    conf.replace("sources.yaml", "expected: daily", "expected: weekly");
    assertThat(early.awaited(places().settings().sources())).isEmpty();
  }

  @Test
  void nothingChangedMeansNothingToDo() {
    Plan plan = plan(CODE, FINGERPRINT, false);

    assertThat(plan.idle()).isTrue();
    assertThat(plan.work()).isEqualTo(Work.NONE);
    assertThat(plan.decisions())
        .extracting(Decision::why)
        .containsOnly("done by run 2026-01-02-001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          credence.yaml    | minimum-cell-size: 10 | minimum-cell-size: 20 | cubes report maintain
          credence.yaml    | 'surveys: []'         | 'surveys: [wave.csv]' | cubes report maintain
          credence.yaml    | minimum-cell-size: 20 | minimum-cell-size: 30 | cubes report maintain
          credence.yaml    | posts-per-day: 20     | posts-per-day: 30     | cubes report maintain
          credence.yaml    | seed: 7               | seed: 8               | train apply topics cubes report maintain
          credence.yaml    | stars: 0.2            | stars: 0.3            | train apply topics cubes report maintain
          credence.yaml    | slots: 60             | slots: 50             | topics cubes report maintain
          credence.yaml    | keep-nights: 7        | keep-nights: 8        | maintain
          credence.yaml    | Europe/Paris          | Europe/London         | apply topics cubes report maintain
          brands.yaml      | name: Globex          | name: Globex SA       | apply topics cubes report maintain
          trust-model.yaml | honest*               | frank*                | apply topics cubes report maintain
          credence.yaml    | text-days: 400        | text-days: 300        | maintain
          credence.yaml    | snapshot-nights: 2    | snapshot-nights: 3    | maintain
          sources.yaml     | network: public       | network: customers    | ingest apply topics cubes report maintain
          """)
  void aSettingRunsWhatDependsOnIt(String file, String before, String after, String due) {
    conf.replace(file, before, after);

    assertThat(due(plan(CODE, FINGERPRINT, false))).isEqualTo(due);
  }

  @Test
  void aNewDropRunsAllButTrainingAndIsSmall() throws IOException {
    drop("2026-01-03", "");

    Plan plan = plan(CODE, FINGERPRINT, false);

    assertThat(plan.date()).isEqualTo(LocalDate.parse("2026-01-03"));
    assertThat(due(plan)).isEqualTo("ingest apply topics cubes report maintain");
    assertThat(plan.decisions().get(0).why()).isEqualTo("the date changed; 1 new drop, 0 B");
    assertThat(plan.decisions().get(2).why()).isEqualTo("ingest runs before it");
    assertThat(plan.work()).isEqualTo(Work.TINY);
  }

  @Test
  void theBytesOfNewDropsTellHowMuchThereIsToDo() throws IOException {
    drop("2026-01-03", "x".repeat(1_000_001));
    assertThat(plan(CODE, FINGERPRINT, false).work()).isEqualTo(Work.SMALL);

    drop("2026-01-03", "x".repeat(32_000_001));
    assertThat(plan(CODE, FINGERPRINT, false).work()).isEqualTo(Work.LARGE);
  }

  @Test
  void aChangedFileOfAnOldDropIsNoticed() throws IOException {
    drop("2026-01-01", "longer than before");

    assertThat(plan(CODE, FINGERPRINT, false).decisions().get(0).why())
        .isEqualTo("0 new drops, 1 changed, 18 B");
  }

  @Test
  void aDropAfterTheNightWaits() throws IOException {
    drop("2026-01-03", "later");

    Plan plan = plan(CODE, FINGERPRINT, LocalDate.parse("2026-01-02"), false);

    assertThat(plan.idle()).isTrue();
  }

  @Test
  void anOlderNightOfALakeThatIsFurtherHasNothingToDo() {
    assertThat(late("2026-01-01").plan().idle()).isTrue();
  }

  @Test
  void aLateDropOfAnOlderNightIsPublishedAsOfTheNightThatStands() throws IOException {
    drop("2026-01-01", "came late");
    drop("2026-01-03", "not of this night");

    Nightly.Prepared late = late("2026-01-01");

    assertThat(due(late.plan())).isEqualTo("ingest apply topics cubes report maintain");
    assertThat(late.plan().decisions().get(0).why()).isEqualTo("0 new drops, 1 changed, 9 B");
    assertThat(late.plan().published()).isEqualTo(LocalDate.parse("2026-01-02"));
    // The drops after it, which are taken already, are still known once it is done.
    Nightly.Standing done = late.planned(nightly().standing());
    assertThat(done.published()).contains(LocalDate.parse("2026-01-02"));
    assertThat(done.ledger().drops()).containsOnlyKeys("twitter/2026-01-01", "twitter/2026-01-02");
  }

  @Test
  void severalNightsArePlannedAsIfThoseBeforeWereDone() throws IOException {
    write("work/cubes/LATEST", "2026-01-02-aaaaaaaa");
    drop("2026-01-03", "three");
    drop("2026-01-05", "five");

    List<Plan> plans = plans("2026-01-01", "2026-01-06");

    String next = "ingest apply topics cubes report maintain";
    assertThat(plans.stream().map(plan -> plan.idle() ? "" : due(plan)))
        .containsExactly("", "", next, "", next, "");
    assertThat(plans.get(2).decisions().get(0).why())
        .isEqualTo("the date changed; 1 new drop, 5 B");
    assertThat(plans.get(4).decisions().get(0).why())
        .isEqualTo("the date changed; 1 new drop, 4 B");
  }

  @Test
  void datesWithoutADropAreRefused() {
    assertThatThrownBy(() -> plans("2026-01-03", "2026-01-06"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is no night from 2026-01-03 to 2026-01-06")
        .hasMessageContaining("the first is of 2026-01-01, the last of 2026-01-02");
  }

  private List<Plan> plans(String from, String to) {
    DateRange range = new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    return new Backfill(nightly(), range).plans(options(Optional.empty())).orElseThrow();
  }

  /** With the edition of 2 January published. */
  private Nightly.Prepared late(String date) {
    Nightly nightly = nightly();
    Nightly.Standing standing =
        new Nightly.Standing(
            nightly.standing().ledger(), Optional.of(LocalDate.parse("2026-01-02")));
    return nightly.prepare(
        options(Optional.of(LocalDate.parse(date))), nightly.listing(), standing);
  }

  private static NightOptions options(Optional<LocalDate> date) {
    return new NightOptions("nightly", date, Step.all(), false, Optional.empty(), Optional.empty());
  }

  private Nightly nightly() {
    Map<String, String> environment = Map.of(AuthorKey.VARIABLE, KEY);
    return new Nightly(places().settings(), environment, CODE);
  }

  @Test
  void otherCodeRunsEverything() {
    Plan plan = plan(new CodeVersion("1", "bbb"), FINGERPRINT, false);

    assertThat(due(plan)).isEqualTo("ingest train apply topics cubes report maintain");
    assertThat(plan.decisions().get(1).why()).isEqualTo("the code changed");
  }

  @Test
  void anotherAuthorKeyIsNoticed() {
    assertThat(plan(CODE, "other key", false).decisions().get(0).why())
        .isEqualTo("the author key changed");
  }

  @Test
  void aRequestToEraseRunsAllButTraining() throws IOException {
    write("work/runs/erasures/requested/00000001.json", "{}");

    Plan plan = plan(CODE, FINGERPRINT, false);

    assertThat(due(plan)).isEqualTo("ingest apply topics cubes report maintain");
    assertThat(plan.decisions().get(0).why()).isEqualTo("the requests to erase changed");
  }

  @Test
  void newLabelsTrainAgain() throws IOException {
    write("labels.tsv", "id\tlabel\n1\tpositive\n");

    assertThat(due(plan(CODE, FINGERPRINT, false)))
        .isEqualTo("train apply topics cubes report maintain");
  }

  @Test
  void whatSomebodyRemovedIsMadeAgain() throws IOException {
    Files.delete(root.resolve("work/reports/2026-01-02/index.html"));
    assertThat(due(plan(CODE, FINGERPRINT, false))).isEqualTo("report");

    Files.delete(root.resolve("work/cubes/LATEST"));
    assertThat(due(plan(CODE, FINGERPRINT, false))).isEqualTo("cubes report maintain");
  }

  @Test
  void forceRunsEverything() {
    assertThat(due(plan(CODE, FINGERPRINT, true)))
        .isEqualTo("ingest train apply topics cubes report maintain");
  }

  private Plan plan(CodeVersion code, String key, boolean force) {
    return plan(code, key, listing().latest().orElseThrow(), force);
  }

  private Plan plan(CodeVersion code, String key, LocalDate date, boolean force) {
    Map<String, DropListing> drops = listing().drops(date);
    Places places = places();
    Ingredients ingredients = new Ingredients(places, Dates.at(date), drops, key, code);
    return Plan.of(Step.all(), ingredients, Ledger.read(places.runs()), drops, force);
  }

  /** Leaves the traces of a night that went well. */
  private void finish(CodeVersion code, String key) throws IOException {
    write("work/lake/credence/coverage/metadata/v1.json", "{}");
    write("work/cubes/LATEST", "e1");
    write("work/reports/2026-01-02/index.html", "<p>");
    Places places = places();
    LocalDate date = LocalDate.parse("2026-01-02");
    Map<String, DropListing> drops = listing().drops(date);
    Ingredients ingredients = new Ingredients(places, Dates.at(date), drops, key, code);
    Ledger ledger = Ledger.empty().with(drops);
    for (Step step : Step.all()) {
      Map<String, String> with = ingredients.of(step, ledger);
      ledger = ledger.with(step, new Ledger.Entry("2026-01-02", "2026-01-02-001", with));
    }
    ledger.write(places.runs());
  }

  private ArchiveListing listing() {
    Places places = places();
    Storage archive = places.archive();
    return new ArchiveListing(places.settings().sources(), archive.list(""));
  }

  private Places places() {
    return new Places(Settings.load(conf.path(), Map.of()));
  }

  private void drop(String date, String content) throws IOException {
    write("archive/twitter/" + date + "/posts.json", content);
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private static String due(Plan plan) {
    List<Decision> decisions = plan.decisions();
    return decisions.stream()
        .filter(Decision::due)
        .map(decision -> decision.step().id())
        .collect(joining(" "));
  }
}
