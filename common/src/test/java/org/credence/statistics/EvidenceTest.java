package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void addsUpItsMentions() {
    Evidence evidence =
        new EvidenceBuilder()
            .add(1_000_000, 700_000, 100_000)
            .add(333_333, 0, 1_000_000)
            .addLone(1_000_000, 200_000, 500_000)
            .build();

    assertThat(evidence.weight()).isEqualTo(2_333_333);
    assertThat(evidence.negative()).isEqualTo(900_000);
    assertThat(evidence.neutral()).isEqualTo(500_000);
    assertThat(evidence.positive()).isEqualTo(933_333);
    assertThat(evidence.all())
        .isEqualTo(new Moments(2_111_111, 900_000, 711_111, 530_000, 371_111, 170_000));
    assertThat(evidence.lone())
        .isEqualTo(new Moments(1_000_000, 200_000, 500_000, 40_000, 250_000, 100_000));
  }

  @Test
  void theHistogramKeepsTheExactMeanPosterior() {
    Evidence evidence =
        Evidence.of(1_000_000, 991_000, 4_000).plus(Evidence.of(1_000_000, 999_000, 0));

    Posteriors histogram = evidence.posteriors();

    assertThat(histogram.weights()).containsExactly(2);
    assertThat(histogram.rows()[0]).containsExactly(new double[] {.995, .003, .002}, within(1e-12));
  }

  @Test
  void variancesAreThoseOfTheDefinition() {
    // One post of weight 1 and posterior (.2, .3, .5); then the same three at weight 1/2.
    Moments moments = Evidence.of(1_000_000, 200_000, 500_000).all();

    assertThat(moments.classification(Figure.NEGATIVE)).isCloseTo(.2 * .8, within(1e-12));
    assertThat(moments.classification(Figure.NEUTRAL)).isCloseTo(.3 * .7, within(1e-12));
    assertThat(moments.classification(Figure.POSITIVE)).isCloseTo(.5 * .5, within(1e-12));
    assertThat(moments.classification(Figure.NET)).isCloseTo(.7 - .3 * .3, within(1e-12));
    assertThat(moments.deviations(Figure.NEUTRAL, .1)).isCloseTo(.04, within(1e-12));
    assertThat(moments.deviations(Figure.NET, -.1)).isCloseTo(.16, within(1e-12));
    assertThat(Evidence.of(500_000, 200_000, 500_000).all().classification(Figure.NEGATIVE))
        .isCloseTo(.16 / 4, within(1e-12));
  }

  @Test
  void sumsDoNotDependOnOrderOrGrouping() {
    Random random = new Random(7);
    List<Evidence> mentions = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double[] cuts = {random.nextDouble(), random.nextDouble()};
      long[] posterior =
          FixedPoint.posterior(
              new double[] {
                Math.min(cuts[0], cuts[1]),
                Math.abs(cuts[0] - cuts[1]),
                1 - Math.max(cuts[0], cuts[1])
              });
      long weight = FixedPoint.of(1.0 / (1 + random.nextInt(9)));
      mentions.add(
          i % 5 == 0
              ? Evidence.ofLone(FixedPoint.ONE, posterior[0], posterior[2])
              : Evidence.of(weight, posterior[0], posterior[2]));
    }
    byte[] inOrder = mentions.stream().reduce(Evidence.NONE, Evidence::plus).toBytes();

    for (int shuffle = 0; shuffle < 10; shuffle++) {
      Collections.shuffle(mentions, random);
      int cut = random.nextInt(mentions.size());
      Evidence left = mentions.subList(0, cut).stream().reduce(Evidence.NONE, Evidence::plus);
      Evidence right =
          mentions.subList(cut, mentions.size()).stream().reduce(Evidence.NONE, Evidence::plus);
      assertThat(left.plus(right).toBytes()).isEqualTo(inOrder);
      assertThat(right.plus(left).toBytes()).isEqualTo(inOrder);
    }
    assertThat(Evidence.fromBytes(inOrder).toBytes()).isEqualTo(inOrder);
  }

  @Test
  void refusesDamagedBytes() {
    byte[] bytes = Evidence.of(1_000_000, 200_000, 500_000).toBytes();
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
    byte[] grown = java.util.Arrays.copyOf(bytes, bytes.length + 1);

    assertThatThrownBy(() -> Evidence.fromBytes(cut)).hasMessageContaining("truncated");
    assertThatThrownBy(() -> Evidence.fromBytes(grown)).hasMessageContaining("1 bytes too many");
    assertThatThrownBy(() -> Evidence.fromBytes(new byte[] {9})).hasMessageContaining("format");
  }
}
