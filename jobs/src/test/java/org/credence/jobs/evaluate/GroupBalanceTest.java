package org.credence.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupBalanceTest {

  @Test
  void rareLabelsOfAGroupWeighMoreAndItsCommonOnesLess() {
    // 40 rows: half bad, half good; the one group is mostly bad, the other mostly good.
    Corpus corpus = corpus(15, 5, 5, 15);

    double[] weights = GroupBalance.weights(corpus);

    // Each group: 20 rows and 30 of the common mix make 50; 15 + 15 of one label, 5 + 15 of the
    // other.
    double common = .5 * 50 / 30;
    double rare = .5 * 50 / 20;
    double mean = (30 * common + 10 * rare) / 40;
    assertThat(weights[0]).isCloseTo(common / mean, within(1e-12));
    assertThat(weights[15]).isCloseTo(rare / mean, within(1e-12));
    assertThat(weights[20]).isCloseTo(rare / mean, within(1e-12));
    assertThat(weights[39]).isCloseTo(common / mean, within(1e-12));
  }

  @Test
  void groupsOfTheSameMixWeighTheSame() {
    double[] weights = GroupBalance.weights(corpus(10, 5, 20, 10));

    for (double weight : weights) {
      assertThat(weight).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void fewGroupsOrGroupsWithFeaturesAreLeftAlone() {
    int[] many = new int[2 * GroupBalance.LEAST_GROUPS];
    java.util.Arrays.fill(many, 2);

    assertThat(GroupBalance.helps(corpus(many), false)).isTrue();
    assertThat(GroupBalance.helps(corpus(many), true)).isFalse();
    assertThat(GroupBalance.helps(corpus(2, 2, 2, 2), false)).isFalse();
  }

  /**
   * @param counts of bad rows, then of good ones, group by group
   */
  private static Corpus corpus(int... counts) {
    List<LabelledRow> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<String> classes = List.of("bad", "good");
    for (int i = 0; i < counts.length; i++) {
      for (int n = 0; n < counts[i]; n++) {
        String id = String.valueOf(rows.size());
        String group = "group" + i / 2;
        rows.add(new LabelledRow(id, group, "text", classes.get(i % 2), Optional.empty(), ""));
        labels.add(i % 2);
      }
    }
    return new Corpus(classes, rows, labels);
  }
}
