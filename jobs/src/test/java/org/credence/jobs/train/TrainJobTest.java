package org.credence.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.jobs.train.TrainResult.Language;
import org.credence.jobs.train.TrainResult.Outcome;
import org.credence.lake.Lake;
import org.credence.lake.Posts;
import org.credence.lake.TestLake;
import org.credence.models.ModelCard;
import org.credence.models.ModelStore;
import org.credence.models.ShiftTerms;
import org.credence.settings.Settings;
import org.credence.statistics.Method;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class TrainJobTest {

  private static final List<List<String>> WORDS =
      List.of(
          List.of("late", "broken", "awful", "refund", "rude", "never", "worst", "again"),
          List.of("today", "opens", "store", "at", "noon", "report", "the", "news"),
          List.of("love", "great", "thanks", "nice", "perfect", "fast", "happy", "best"));

  private final Path folder;
  private final Lake lake;

  TrainJobTest(SparkSession spark, @TempDir Path folder) {
    this.folder = folder;
    this.lake = TestLake.in(spark, folder.resolve("lake"));
    lake.ensure(Posts.TABLE);
    lake.append(
        Posts.TABLE,
        TextTable.read(
            spark,
            Posts.TABLE,
            """
            platform | post_id | kind   | language | rating_share | text | source | network   | posted_at           | fetched_at          | day        | damaged | drop       | file | line | first_file | batch
            """
                + String.join("\n", reviews(120))),
        Map.of());
  }

  @Test
  void trainsFromLabelsAndStarsAndDoesNothingTwice() throws IOException {
    Files.writeString(folder.resolve("labels.tsv"), labels(1_200));

    TrainResult first = new TrainJob().run(night("[labels.tsv]", false));
    TrainResult second = new TrainJob().run(night("[labels.tsv]", false));
    TrainResult forced = new TrainJob().run(night("[labels.tsv]", true));

    assertThat(first.languages())
        .extracting(Language::code, Language::outcome)
        .containsExactly(tuple("en", Outcome.TRAINED), tuple("fr", Outcome.UNSCORED));
    assertThat(second.languages().get(0).outcome()).isEqualTo(Outcome.UNCHANGED);
    ModelCard card = first.languages().get(0).card().orElseThrow();
    assertThat(forced.languages().get(0).card()).contains(card);
    assertThat(store().champion("sentiment", "en")).contains(card);
    assertThat(store().heads("sentiment", List.of("en", "fr")).versions())
        .isEqualTo(Map.of("en", card.version()));

    assertThat(card.sources())
        .extracting(ModelCard.Source::kind, ModelCard.Source::weight)
        .containsExactly(tuple("labels", 1.0), tuple("stars", 0.2));
    assertThat(card.evaluation().folds()).isEqualTo("3 folds by group");
    assertThat(card.evaluation().rows()).isEqualTo(1_200);
    assertThat(card.evaluation().macroF1()).isBetween(.7, 1.0);
    assertThat(card.evaluation().ece()).isLessThan(.06);
    assertThat(card.priors().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
    assertThat(card.groupsWithHistory()).containsExactly("a", "b", "c", "d");
    assertThat(java.util.Objects.requireNonNull(card.backtests().get("pcc")).how())
        .isEqualTo("time-forward");
    assertThat(java.util.Objects.requireNonNull(card.backtests().get("pcc")).groups()).hasSize(4);
    assertThat(java.util.Objects.requireNonNull(card.backtests().get("map_sld")).how())
        .isEqualTo("3 folds by group");
    assertThat(ShiftTerms.of(card, Method.PCC).degreesOfFreedom()).isEqualTo(3);
    assertThat(ShiftTerms.of(card, Method.PCC).tau().net()).isLessThan(.3);
  }

  @Test
  void saysThatThereAreNoLabels() {
    TrainResult result = new TrainJob().run(night("[]", false));

    ModelCard card = result.languages().get(0).card().orElseThrow();
    assertThat(card.note()).isEqualTo("no labels yet");
    assertThat(card.shiftTerms()).containsOnlyKeys("no_labels");
    assertThat(result.summary())
        .startsWith("en trained " + card.version())
        .endsWith("no labels yet; fr unscored");
    assertThat(ShiftTerms.pooled(List.of(card), Method.PCC).tau().net()).isEqualTo(1);
  }

  @Test
  void aModelThatWasRolledBackServesAgainOnlyWhenForced() throws IOException {
    Files.writeString(folder.resolve("labels.tsv"), labels(1_200));
    ModelCard plain = card(new TrainJob().run(night("[]", false)));
    ModelCard labelled = card(new TrainJob().run(night("[labels.tsv]", false)));
    assertThat(store().served("sentiment", "en"))
        .containsExactly(plain.version(), labelled.version());

    store().rollBack(labelled, plain.version());
    TrainResult again = new TrainJob().run(night("[labels.tsv]", false));

    assertThat(store().champion("sentiment", "en")).contains(plain);
    assertThat(store().withdrawn("sentiment", "en")).containsExactly(labelled.version());
    assertThat(again.languages().get(0).outcome()).isEqualTo(Outcome.KEPT);
    assertThat(again.summary()).contains("was rolled back; --force lets it serve again");
    new TrainJob().run(night("[labels.tsv]", true));
    assertThat(store().champion("sentiment", "en")).contains(labelled);
    assertThat(store().withdrawn("sentiment", "en")).isEmpty();
  }

  private static ModelCard card(TrainResult result) {
    return result.languages().get(0).card().orElseThrow();
  }

  private ModelStore store() {
    return new ModelStore(night("[]", false).models());
  }

  private Night night(String labels, boolean force) {
    Settings settings =
        Settings.load(
            Path.of("..", "conf"),
            Map.of(
                "training.labels",
                labels.replace("labels.tsv", folder.resolve("labels.tsv").toUri().toString()),
                "locations.models",
                folder.resolve("models").toUri().toString()));
    return new Night(
        settings,
        LocalDate.parse("2026-03-01"),
        force,
        new AuthorKey("a key of the tests"),
        lake,
        Progress.silent());
  }

  private static String labels(int count) {
    Random random = new Random(3);
    StringBuilder table = new StringBuilder("id\tlanguage\tgroup\ttext\tlabel\tday\n");
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(3);
      table
          .append("%04d\ten\t%s\t".formatted(i, List.of("a", "b", "c", "d").get(i % 4)))
          .append(text(random, label))
          .append('\t')
          .append(LabelColumns.LABELS.get(label))
          .append('\t')
          .append(LocalDate.parse("2026-01-01").plusDays(i / 20))
          .append('\n');
    }
    return table.toString();
  }

  private static List<String> reviews(int count) {
    Random random = new Random(4);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(3);
      rows.add(
          "shop | %03d | review | en | %s | %s | s | customers | 2026-01-01 00:00:00 | 2026-01-01 00:00:00 | 2026-01-01 | false | 2026-01-01 | f | 1 | f | 1"
              .formatted(i, label / 2.0, text(random, label)));
    }
    return rows;
  }

  /** Eight words, five of the label's own. */
  private static String text(Random random, int label) {
    StringBuilder text = new StringBuilder("they");
    for (int j = 0; j < 8; j++) {
      List<String> words = WORDS.get(j < 5 ? label : random.nextInt(3));
      text.append(' ').append(words.get(random.nextInt(words.size())));
    }
    return text.toString();
  }
}
