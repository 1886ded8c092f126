package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QuantifierTest {

  private static final Posteriors FOUR =
      new Posteriors(
          new double[] {1, 1, 1, 2},
          new double[][] {{.7, .2, .1}, {.1, .5, .4}, {.3, .3, .4}, {.6, .3, .1}});

  @Test
  void countsTheMostProbableClasses() {
    assertThat(new Quantifier.ClassifyAndCount().estimate(FOUR)).containsExactly(.6, .2, .2);
  }

  @Test
  void averagesPosteriors() {
    assertThat(new Quantifier.ProbabilisticClassifyAndCount().estimate(FOUR))
        .containsExactly(new double[] {.46, .32, .22}, within(1e-12));
  }

  @Test
  void undoesAKnownConfusion() {
    double[][] response = {{.8, .1, .1}, {.1, .8, .1}, {.1, .1, .8}};
    // .8 a + .1 (1 - a) = .46, and so on: exactly solvable.
    double[] exact = {.36 / .7, .22 / .7, .12 / .7};

    assertThat(new Quantifier.AdjustedCount(Counting.SOFT, response).estimate(FOUR))
        .containsExactly(exact, within(1e-12));
  }

  @Test
  void staysOnTheSimplexWhereInversionLeavesIt() {
    double[][] response = {{.8, .4}, {.2, .6}};
    Posteriors target = Posteriors.of(new double[][] {{.9, .1}});

    assertThat(new Quantifier.AdjustedCount(Counting.SOFT, response).estimate(target))
        .containsExactly(1, 0);
  }

  /** With two classes the likelihood has one parameter: search all of it. */
  @Test
  void emFindsTheMaximumOfTheLikelihood() {
    double[] prior = {.3, .7};
    double[][] rows = {{.9, .1}, {.6, .4}, {.2, .8}, {.35, .65}, {.05, .95}, {.7, .3}};
    double[] parent = {.5, .5};

    double best = search(rows, prior, new double[2]);
    double[] pseudo = {2.5, 2.5};
    double bestWithPrior = search(rows, prior, pseudo);

    assertThat(new Quantifier.Sld(prior).estimate(Posteriors.of(rows))[0])
        .isCloseTo(best, within(1e-6));
    assertThat(new Quantifier.MapSld(prior, parent, 5).estimate(Posteriors.of(rows))[0])
        .isCloseTo(bestWithPrior, within(1e-6));
  }

  @Test
  void aPriorWithoutPostsIsTheParentAndALotOfPostsOverruleIt() {
    double[] prior = {.25, .45, .30};
    double[] parent = {.1, .2, .7};
    Posteriors nothing = new Posteriors(new double[] {0}, new double[][] {{1, 0, 0}});
    Posteriors many = new Posteriors(new double[] {1e6}, new double[][] {{.999, .0005, .0005}});

    assertThat(new Quantifier.MapSld(prior, parent, 5).estimate(nothing))
        .containsExactly(parent, within(1e-12));
    assertThat(new Quantifier.MapSld(prior, parent, 5).estimate(many)[0]).isGreaterThan(.999);
  }

  /**
   * QuaPy 0.2.3 on the same posteriors. Where inversion leaves the simplex, its ACC and PACC come
   * from a numeric minimiser. That and its SLD were told to go on (by themselves they stop so early
   * that unkind data are off by 1e-4 and .01).
   */
  @Test
  void agreesWithQuaPy() throws IOException {
    QuapyTable reference = new QuapyTable();
    for (int classes : new int[] {2, 3, 5}) {
      for (String tilt : new String[] {"0.0", "0.5", "0.95"}) {
        QuapyTable.Sample held = reference.draw(400, classes, .2);
        Posteriors target = reference.draw(150, classes, Double.parseDouble(tilt)).posteriors();
        double[] prior = new double[classes];
        Arrays.stream(held.labels()).forEach(label -> prior[label] += 1.0 / 400);
        for (String[] row : table()) {
          if (row[0].equals(String.valueOf(classes)) && row[1].equals(tilt)) {
            double[] expected =
                Arrays.stream(row[3].split(" ")).mapToDouble(Double::parseDouble).toArray();
            assertThat(quantifier(row[2], held, prior).estimate(target))
                .as("%s, %d classes, tilt %s", row[2], classes, tilt)
                .containsExactly(expected, within(tolerance(row[2])));
          }
        }
      }
    }
  }

  private static Quantifier quantifier(String name, QuapyTable.Sample held, double[] prior) {
    return switch (name) {
      case "CC" -> new Quantifier.ClassifyAndCount();
      case "PCC" -> new Quantifier.ProbabilisticClassifyAndCount();
      case "ACC", "ACC at the border" ->
          Quantifier.AdjustedCount.fit(Counting.HARD, held.posteriors(), held.labels());
      case "PACC", "PACC at the border" ->
          Quantifier.AdjustedCount.fit(Counting.SOFT, held.posteriors(), held.labels());
      default -> new Quantifier.Sld(prior);
    };
  }

  private static double tolerance(String name) {
    return switch (name) {
      case "CC", "PCC", "ACC", "PACC" -> 1e-8;
      case "SLD" -> 1e-4;
      default -> 1e-6;
    };
  }

  private static List<String[]> table() throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            QuantifierTest.class.getResourceAsStream("quantification-by-quapy.tsv"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> rows.add(line.split("\t")));
    }
    return rows;
  }

  private static double search(double[][] rows, double[] prior, double[] pseudo) {
    double best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < 1_000_000; i++) {
      double share = i / 1e6;
      double sum = pseudo[0] * Math.log(share) + pseudo[1] * Math.log(1 - share);
      for (double[] row : rows) {
        sum += Math.log(share * row[0] / prior[0] + (1 - share) * row[1] / prior[1]);
      }
      if (sum > most) {
        most = sum;
        best = share;
      }
    }
    return best;
  }
}
