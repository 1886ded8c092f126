package org.credence.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.credence.settings.CredenceSettings.Weights;
import org.junit.jupiter.api.Test;

class FoldsTest {

  private static final Weights WEIGHTS = new Weights(1, .2, 0);

  @Test
  void holdsOutWholeGroups() {
    List<LabelledText> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(row(Origin.LABELS, i, List.of("a", "b", "c", "d").get(i % 4), "text " + i));
    }
    TrainingSet set = TrainingSet.of("en", rows, WEIGHTS);

    Folds folds = Folds.of(set, 1);

    assertThat(folds.how()).isEqualTo("3 folds by group");
    assertThat(folds.held()).extracting(BitSet::cardinality).containsExactly(20, 10, 10);
    for (int row = 0; row < 40; row++) {
      for (int other = 0; other < 40; other++) {
        if (set.rows().get(row).group().equals(set.rows().get(other).group())) {
          assertThat(folds.of(row)).isEqualTo(folds.of(other));
        }
      }
    }
  }

  @Test
  void holdsCopiesOfATextOutTogether() {
    List<LabelledText> rows = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      rows.add(row(Origin.LABELS, i, "", "text " + i % 45));
      rows.add(row(Origin.STARS, i, "", "stars " + i));
      rows.add(row(Origin.EMOJI, i, "", "weighs nothing " + i));
    }
    TrainingSet set = TrainingSet.of("en", rows, WEIGHTS);

    Folds folds = Folds.of(set, 1);

    assertThat(set.rows()).hasSize(180);
    assertThat(folds.how()).isEqualTo("3 folds by text");
    assertThat(folds.held().stream().mapToInt(BitSet::cardinality).sum()).isEqualTo(90);
    assertThat(folds.held()).allMatch(fold -> fold.cardinality() >= 20);
    for (int row = 0; row < 90; row++) {
      for (int other = 0; other < 90; other++) {
        if (set.rows().get(row).text().equals(set.rows().get(other).text())) {
          assertThat(folds.of(row)).isEqualTo(folds.of(other));
        }
      }
    }
  }

  @Test
  void takesTheLateDaysOfEachGroup() {
    List<LabelledText> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(row(Origin.LABELS, i, i % 2 == 0 ? "a" : "b", "text " + i));
    }
    TrainingSet set = TrainingSet.of("en", rows, WEIGHTS);

    BitSet late = TimeForward.late(set);

    assertThat(late.stream().mapToObj(row -> set.rows().get(row).id()))
        .containsExactly("12", "13", "14", "15", "16", "17", "18", "19");
  }

  private static LabelledText row(Origin origin, int i, String group, String text) {
    return new LabelledText(
        origin,
        "%02d".formatted(i),
        "en",
        group,
        text,
        i % 3,
        Optional.of(LocalDate.parse("2026-01-01").plusDays(i)));
  }
}
