package org.credence.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.models.Gate.Verdict;
import org.junit.jupiter.api.Test;

class NotWorseTest {

  private final Gate gate = new NotWorse();

  @Test
  void letsTheFirstModelServeUnlessItGuesses() {
    assertThat(gate.judge(card("a", .55, .55, .03), Optional.empty()))
        .isInstanceOf(Verdict.Promote.class);
    assertThat(gate.judge(card("a", .20, .334, .03), Optional.empty()))
        .isEqualTo(new Verdict.Keep("macro recall 0.334 is no better than chance"));
  }

  @Test
  void keepsTheChampionWhenTheCandidateIsWorseOnTheSameRows() {
    Optional<ModelCard> champion = Optional.of(card("a", .60, .60, .03));

    assertThat(gate.judge(card("a", .598, .60, .03), champion))
        .isEqualTo(
            new Verdict.Promote("macro-F1 0.598 after 0.600, calibration error 0.030 after 0.030"));
    assertThat(gate.judge(card("a", .590, .60, .03), champion)).isInstanceOf(Verdict.Keep.class);
    assertThat(gate.judge(card("a", .700, .70, .05), champion)).isInstanceOf(Verdict.Keep.class);
  }

  @Test
  void comparesNothingAcrossDifferentRows() {
    assertThat(gate.judge(card("b", .50, .50, .03), Optional.of(card("a", .60, .60, .03))))
        .isInstanceOf(Verdict.Promote.class);
  }

  private static ModelCard card(String digest, double macroF1, double macroRecall, double ece) {
    ModelCard card = HeadsTest.card("v", 1, List.of(0.0, 0.0, 0.0));
    return new ModelCard(
        card.name(),
        card.language(),
        card.version(),
        card.content(),
        card.classes(),
        card.note(),
        card.labelFiles(),
        card.sources(),
        card.priors(),
        card.calibration(),
        new ModelCard.Evaluation(digest, "", 100, macroF1, macroRecall, .6, ece, List.of()),
        ModelCard.Reference.UNKNOWN,
        Map.of(),
        Map.of(),
        List.of(),
        1,
        Map.of());
  }
}
