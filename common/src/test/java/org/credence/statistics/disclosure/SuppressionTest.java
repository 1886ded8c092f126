package org.credence.statistics.disclosure;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SuppressionTest {

  private static final long K = 10;

  @Test
  void hidesNothingWhereEverybodyIsMany() {
    assertThat(decide("total 40 | en 20 | fr 20", "total = en + fr")).isEmpty();
  }

  @Test
  void hidesASecondCellBesideASmallOne() {
    assertThat(decide("total 64 | en 40 | fr 20 | de 4", "total = en + fr + de"))
        .isEqualTo("fr COMPLEMENTARY, de PRIMARY");
  }

  @Test
  void anEmptyCellIsNoHidingPlace() {
    assertThat(decide("total 44 | en 40 | fr 0 | de 4", "total = en + fr + de"))
        .isEqualTo("en COMPLEMENTARY, de PRIMARY");
  }

  @Test
  void severalSmallCellsMustBeManyTogether() {
    assertThat(decide("total 69 | en 40 | fr 20 | de 4 | es 5", "total = en + fr + de + es"))
        .isEqualTo("fr COMPLEMENTARY, de PRIMARY, es PRIMARY");
    assertThat(decide("total 75 | en 40 | fr 20 | de 7 | es 8", "total = en + fr + de + es"))
        .isEqualTo("de PRIMARY, es PRIMARY");
  }

  @Test
  void anOnlyChildTakesItsParentAlong() {
    assertThat(
            decide(
                "month 100 | week1 4 | week2 96 | day1 4 | day8 60 | day9 36",
                "month = week1 + week2; week1 = day1; week2 = day8 + day9"))
        .isEqualTo("week1 PRIMARY, week2 COMPLEMENTARY, day1 PRIMARY, day9 COMPLEMENTARY");
  }

  @Test
  void seesThroughSeveralEquationsTogether() {
    // A table of languages by platforms whose hidden cells sit in pairs, in rows and in columns but
    // for one: each equation has two unknowns, and still all of them together give x away.
    String cells =
        "all 900 | r1 300 | r2 300 | r3 300 | c1 300 | c2 300 | c3 300"
            + " | a1 5 | a2 50 | a3 245 | b1 50 | b2 5 | b3 245 | d1 245 | d2 245 | d3 5";
    String equations =
        "all = r1 + r2 + r3; all = c1 + c2 + c3; r1 = a1 + a2 + a3; r2 = b1 + b2 + b3;"
            + " r3 = d1 + d2 + d3; c1 = a1 + b1 + d1; c2 = a2 + b2 + d2; c3 = a3 + b3 + d3";

    assertThat(decide(cells, equations)).contains("d3 PRIMARY", "COMPLEMENTARY");
  }

  @Test
  void postsWithoutAuthorsAreNotShownAsIfTheyWereNothing() {
    Map<String, Visibility> verdicts =
        Suppression.decide(
            List.of(new Cell<>("nobody", 0, 7), new Cell<>("empty", 0, 0)), List.of(), K);

    assertThat(verdicts)
        .containsExactly(
            Map.entry("nobody", Visibility.PRIMARY), Map.entry("empty", Visibility.PUBLISHED));
  }

  @Test
  void whatIsHiddenElsewhereIsHiddenHereAndStillCountsItsPeople() {
    assertThat(
            Suppression.decide(
                List.of(
                    new Cell<>("total", 70, 70),
                    new Cell<>("en", 40, 40),
                    new Cell<>("fr", 30, 30)),
                List.of(new Equation<>("total", List.of("en", "fr"))),
                K,
                key -> !key.equals("total")))
        .containsExactly(
            Map.entry("total", Visibility.PUBLISHED),
            Map.entry("en", Visibility.PRIMARY),
            Map.entry("fr", Visibility.PRIMARY));
  }

  @Test
  void refusesTwoCellsInOnePlace() {
    assertThatThrownBy(() -> decide("a 1 | a 2", "")).hasMessageContaining("two cells");
  }

  /** Random linked tables of up to three dimensions, some with a hierarchy on top. */
  @Property(tries = 100, seed = "42")
  void noHiddenCellFollowsFromThePublishedOnes(@ForAll Random random) {
    RandomTable table = RandomTable.draw(random);

    Map<String, Visibility> verdicts = Suppression.decide(table.cells(), table.equations(), K);

    List<String> hidden =
        verdicts.keySet().stream()
            .filter(key -> verdicts.get(key) != Visibility.PUBLISHED)
            .toList();
    for (Cell<String> cell : table.cells()) {
      boolean small = cell.people() > 0 && cell.people() < K;
      assertThat(verdicts.get(cell.key()) == Visibility.PRIMARY).isEqualTo(small);
      assertThat(cell.isEmpty() && hidden.contains(cell.key())).isFalse();
    }
    int[][] unknowns = RandomTable.matrix(table.equations(), hidden);
    for (int i = 0; i < hidden.size(); i++) {
      assertThat(Rationals.determines(unknowns, i)).as(hidden.get(i)).isFalse();
    }
  }

  /** Days, then groups of days, then all: what readers have seen is never needed to hide. */
  @Property(tries = 100, seed = "44")
  void whatIsPublishedOnceStaysPublished(@ForAll Random random) {
    long seed = random.nextLong();
    int[] sizes = {6, 2 + random.nextInt(3), 2 + random.nextInt(2)};
    RandomTable last = RandomTable.inTime(seed, sizes, 5);
    Map<String, Visibility> atLast = Suppression.decide(last.cells(), last.equations(), K);

    for (int day = 0; day < 5; day++) {
      RandomTable table = RandomTable.inTime(seed, sizes, day);
      Map<String, Visibility> verdicts = Suppression.decide(table.cells(), table.equations(), K);
      for (Cell<String> cell : table.cells()) {
        if (cell.since() <= 2L * day && verdicts.get(cell.key()) == Visibility.PUBLISHED) {
          assertThat(atLast.get(cell.key())).as(cell.key()).isEqualTo(Visibility.PUBLISHED);
        }
      }
    }
    Hierarchy<String> hierarchy = new Hierarchy<>(last.cells(), last.equations());
    BitSet hidden = new BitSet();
    for (int cell = 0; cell < hierarchy.cells(); cell++) {
      hidden.set(cell, atLast.get(hierarchy.key(cell)) != Visibility.PUBLISHED);
    }
    BitSet derivable = Derivation.derivable(hierarchy, hidden, all(hierarchy));
    assertThat(derivable.stream().mapToObj(hierarchy::key)).isEmpty();
  }

  @Test
  void hidesTheNextDayForTheWeekToCome() {
    assertThat(
            Suppression.decide(
                List.of(
                    new Cell<>("mon", 40, 40, 1),
                    new Cell<>("tue", 4, 4, 2),
                    new Cell<>("wed", 50, 50, 3),
                    new Cell<>("thu", 20, 20, 4),
                    new Cell<>("week", 114, 114, 5)),
                List.of(new Equation<>("week", List.of("mon", "tue", "wed", "thu"))),
                K))
        .containsExactly(
            Map.entry("mon", Visibility.PUBLISHED),
            Map.entry("tue", Visibility.PRIMARY),
            Map.entry("wed", Visibility.COMPLEMENTARY),
            Map.entry("thu", Visibility.PUBLISHED),
            Map.entry("week", Visibility.PUBLISHED));
  }

  @Test
  void hidesTheWeekWhereItsDaysHaveBeenSeen() {
    assertThat(
            Suppression.decide(
                List.of(
                    new Cell<>("sat", 40, 40, 1),
                    new Cell<>("sun", 4, 4, 2),
                    new Cell<>("week", 44, 44, 3)),
                List.of(new Equation<>("week", List.of("sat", "sun"))),
                K))
        .containsExactly(
            Map.entry("sat", Visibility.PUBLISHED),
            Map.entry("sun", Visibility.PRIMARY),
            Map.entry("week", Visibility.COMPLEMENTARY));
  }

  @Test
  void cellsThatAreAsManyAsTheirPostsCountOneEach() {
    String ones = "d1 1 | d2 1 | d3 1";

    assertThat(decide(2, "week 43 | mon 40 | " + ones, "week = mon + d1 + d2 + d3"))
        .isEqualTo("mon COMPLEMENTARY, d1 PRIMARY, d2 PRIMARY, d3 PRIMARY");
  }

  /** The check by itself, on arbitrary sets of hidden cells, against exact rational elimination. */
  @Property(tries = 100, seed = "43")
  void theCheckAgreesWithBruteForce(@ForAll Random random) {
    RandomTable table = RandomTable.draw(random);
    Hierarchy<String> hierarchy = new Hierarchy<>(table.cells(), table.equations());
    BitSet hidden = new BitSet();
    List<String> keys = new ArrayList<>();
    for (int cell = 0; cell < hierarchy.cells(); cell++) {
      if (random.nextInt(3) == 0) {
        hidden.set(cell);
        keys.add(hierarchy.key(cell));
      }
    }
    BitSet derivable = Derivation.derivable(hierarchy, hidden, all(hierarchy));

    int[][] unknowns = RandomTable.matrix(table.equations(), keys);
    int[] numbers = hidden.stream().toArray();
    for (int i = 0; i < numbers.length; i++) {
      assertThat(derivable.get(numbers[i]))
          .as(keys.get(i))
          .isEqualTo(Rationals.determines(unknowns, i));
    }
  }

  /** A year of weeks by 8 languages and 6 platforms. */
  @Test
  void decidesALargeBrandInReasonableTime() {
    RandomTable table = RandomTable.year(new Random(1));

    Map<String, Visibility> verdicts = Suppression.decide(table.cells(), table.equations(), K);

    assertThat(verdicts).hasSizeGreaterThan(4_000);
    assertThat(verdicts.values()).contains(Visibility.values());
  }

  private static BitSet all(Hierarchy<?> hierarchy) {
    BitSet equations = new BitSet();
    equations.set(0, hierarchy.equations());
    return equations;
  }

  private static String decide(String cells, String equations) {
    return decide(K, cells, equations);
  }

  private static String decide(long leastPeople, String cells, String equations) {
    List<Cell<String>> given =
        Arrays.stream(cells.split(" \\| "))
            .map(cell -> cell.split(" "))
            .map(cell -> new Cell<>(cell[0], Long.parseLong(cell[1]), Long.parseLong(cell[1])))
            .toList();
    List<Equation<String>> sums =
        Arrays.stream(equations.split("; "))
            .filter(equation -> !equation.isEmpty())
            .map(equation -> equation.split(" = "))
            .map(sides -> new Equation<>(sides[0], List.of(sides[1].split(" \\+ "))))
            .toList();
    return Suppression.decide(given, sums, leastPeople).entrySet().stream()
        .filter(verdict -> verdict.getValue() != Visibility.PUBLISHED)
        .map(verdict -> verdict.getKey() + " " + verdict.getValue())
        .collect(joining(", "));
  }
}
