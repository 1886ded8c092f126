package org.credence.jobs.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.cubes.AuditRule;
import org.credence.cubes.Intake;
import org.credence.lake.Eras;
import org.credence.settings.AuditSettings;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each audit with planted breaches, and with what must not be taken for one. */
class NightAuditsTest {

  private static final AuditSettings SHIPPED =
      new AuditSettings(8, 4, 14, 50, 8, 0.3, 0.4, 0.3, 0.5);
  private static final LocalDate NIGHT = LocalDate.parse("2026-03-05");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as ever                           | 800 790 810 805     | 800  | false
          a campaign                        | 800 790 810 805     | 2400 | false
          a crisis of six times             | 800 790 810 805     | 4800 | false
          half of it                        | 800 790 810 805     | 400  | false
          almost nothing                    | 800 790 810 805     | 40   | true
          nothing                           | 800 790 810 805     | 0    | true
          an empty drop, which is a gap     | 800 790 810 805     | -    | false
          empty drops before                | 800 790 - - 810 805 | 40   | true
          too few that were not empty       | 800 790 - - 810     | 40   | false
          ten times                         | 800 790 810 805     | 8000 | true
          too short a history               | 800 790 810         | 0    | false
          a small source falls silent       | 8 9 7 8             | 0    | false
          a small source grows              | 8 9 7 8             | 200  | false
          a small source explodes           | 8 9 7 8             | 500  | true
          deliveries were never even        | 10 3000 5 2000 8 90 | 4    | false
          one broken week in the history    | 800 790 0 805 810   | 40   | true
          one loud week in the history      | 800 790 9000 805    | 810  | false
          """)
  void volumesAreHeldAgainstTheSameWeekdays(
      String name, String history, String tonight, boolean fails) {
    TreeMap<LocalDate, Delivery> drops = new TreeMap<>();
    String[] weeks = history.split(" ");
    for (int week = 1; week <= weeks.length; week++) {
      drops.put(NIGHT.minusWeeks(week), delivery(weeks[week - 1]));
      // Other weekdays are no matter.
      drops.put(NIGHT.minusWeeks(week).plusDays(1), delivery("1"));
    }
    drops.put(NIGHT, delivery(tonight));

    List<Finding> findings =
        new VolumeAudit(SHIPPED).of(new TreeMap<>(java.util.Map.of("x", drops)), List.of(NIGHT));

    assertThat(findings).hasSize(fails ? 1 : 0);
    assertThat(findings).allMatch(finding -> finding.rule() == AuditRule.VOLUMES);
    assertThat(findings)
        .allMatch(finding -> finding.what().en().startsWith("x delivered " + tonight + " posts"))
        .allMatch(finding -> finding.what().fr().startsWith("x a livré " + tonight));
  }

  /** A record more than the posts is read; "-" is an empty drop. */
  private static Delivery delivery(String posts) {
    if (posts.equals("-")) {
      return new Delivery(1, 0, 0, 0, 0, 0, 0, 0);
    }
    long accepted = Long.parseLong(posts);
    return new Delivery(1, 0, accepted + 1, accepted, 1, 0, 0, 0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as ever                    | 14 | 100 | 5 10 90  | 5 10 90   | ''
          more without an author     | 14 | 100 | 5 10 90  | 60 10 90  | 60% of posts without author, usually 5%
          more without a language    | 14 | 100 | 5 10 90  | 5 90 90   | 90% of posts without language, usually 10%
          no responses any more      | 14 | 100 | 5 10 20  | 5 10 100  | 100% of posts without responses, usually 20%
          never had any              | 14 | 100 | 0 100 99 | 0 100 100 | ''
          better than ever           | 14 | 100 | 90 90 90 | 0 0 0     | ''
          a little more              | 14 | 100 | 5 10 20  | 30 35 45  | ''
          too short a history        | 13 | 100 | 5 10 20  | 100 10 20 | ''
          a small night              | 14 | 40  | 2 4 8    | 40 40 40  | ''
          """)
  void lacksAreHeldAgainstTheNightsBefore(
      String name, int nights, long posts, String usual, String tonight, String found) {
    TreeMap<LocalDate, SortedMap<String, Intake>> intake = new TreeMap<>();
    for (int night = 1; night <= nights; night++) {
      intake.put(NIGHT.minusDays(night), new TreeMap<>(java.util.Map.of("x", intake(100, usual))));
    }
    intake.put(NIGHT, new TreeMap<>(java.util.Map.of("x", intake(posts, tonight))));

    List<Finding> findings = new NullShareAudit(SHIPPED).of(intake, List.of(NIGHT));

    assertThat(findings.stream().map(finding -> finding.what().en()))
        .isEqualTo(found.isEmpty() ? List.of() : List.of("x on 2026-03-05: " + found));
  }

  private static Intake intake(long posts, String lacks) {
    String[] counts = lacks.split(" ");
    return new Intake(
        posts, Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as ever                     | 20 | 100 0   | 0.05 | 100 0  | 0.10  | ''
          a crisis                    | 20 | 100 0   | 0.05 | 100 0  | -0.30 | ''
          the model has gone mad      | 20 | 100 0   | 0.05 | 100 0  | 0.80  | MODEL_DRIFT
          too short a history         | 13 | 100 0   | 0.05 | 100 0  | 0.80  | ''
          hardly anything was said    | 20 | 100 0   | 0.05 | 20 0   | 0.80  | ''
          nothing is scored any more  | 20 | 100 0   | 0.05 | 0 100  | 0.05  | UNSCORED_POSTS
          a part is not scored        | 20 | 100 0   | 0.05 | 80 20  | 0.05  | ''
          never was scored            | 20 | 0 100   | 0.05 | 0 100  | 0.05  | ''
          scored at last              | 20 | 0 100   | 0.05 | 100 0  | 0.05  | ''
          """)
  void scoresAreHeldAgainstTheWeeksBefore(
      String name, int days, String usual, double net, String now, double netNow, String found) {
    List<ScoredDay> scored = new ArrayList<>();
    for (int day = 1; day <= days; day++) {
      scored.add(day(NIGHT.minusDays(day + 1), usual, day % 2 == 0 ? net : -net));
    }
    scored.add(day(NIGHT.minusDays(1), now, netNow));
    // Some posts of the night itself have come early.
    scored.add(day(NIGHT, "3 0", 1));

    List<Finding> findings = new DriftAudit(SHIPPED, NIGHT, Eras.all("m")).of(scored);

    assertThat(findings.stream().map(finding -> finding.rule().name()).distinct())
        .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    assertThat(findings).allMatch(f -> f.what().en().contains(" on 2026-03-04: "));
  }

  @Test
  void scoresAreNotHeldAgainstThoseOfAnotherModel() {
    List<ScoredDay> scored = new ArrayList<>();
    for (int day = 1; day <= 50; day++) {
      // A new model finds everything good.
      scored.add(day(NIGHT.minusDays(day), "100 0", day > 20 ? -0.8 : 0.8 + 0.01 * (day % 2)));
    }
    Eras eras = Eras.all("old").since(NIGHT.minusDays(20), "new");

    assertThat(new DriftAudit(SHIPPED, NIGHT, eras).of(scored)).isEmpty();
    // Of days that were scored in one way it would be told at once.
    scored.removeIf(day -> day.day().isAfter(NIGHT.minusDays(20)));
    assertThat(new DriftAudit(SHIPPED, NIGHT.minusDays(19), Eras.all("m")).of(scored))
        .extracting(Finding::rule)
        .containsExactly(AuditRule.MODEL_DRIFT);
    assertThat(new DriftAudit(SHIPPED, NIGHT.minusDays(19), eras).of(scored)).isEmpty();
  }

  private static ScoredDay day(LocalDate day, String posts, double net) {
    long scored = Long.parseLong(posts.split(" ")[0]);
    long unscored = Long.parseLong(posts.split(" ")[1]);
    long weight = scored * 1_000_000;
    long positive = Math.round(weight * (1 + net) / 2);
    return new ScoredDay(day, "en", scored, unscored, weight, weight - positive, positive);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all came                      | a b c d | a b c d | false
          one is missing                | a b c d | b c d   | false
          half is missing               | a b c d | c d     | false
          most are missing              | a b c d | d       | true
          never delivered, so never due | a       | a       | false
          others delivered nothing too  | a b c d | d-      | false
          the only one is missing       | a       | ''      | false
          none has come                 | a b c d | ''      | false
          most are empty                | a b c d | a b- c- d- | true
          weekly sources are not due    | a w     | a       | false
          """)
  void manyMissingSourcesFail(String name, String before, String tonight, boolean fails) {
    TreeMap<String, SortedMap<LocalDate, Delivery>> drops = new TreeMap<>();
    for (String source : before.split(" ")) {
      TreeMap<LocalDate, Delivery> days = new TreeMap<>();
      days.put(NIGHT.minusDays(3), delivery("5"));
      if (List.of(tonight.split(" ")).contains(source)) {
        days.put(NIGHT, delivery("5"));
      } else if (List.of(tonight.split(" ")).contains(source + "-")) {
        days.put(NIGHT, delivery("-"));
      }
      drops.put(source, days);
    }
    List<Source> sources = new ArrayList<>();
    for (String source : List.of("a", "b", "c", "d", "w")) {
      sources.add(source(source, source.equals("w") ? Expected.WEEKLY : Expected.DAILY));
    }

    List<Finding> findings =
        GapAudit.of(new Deliveries(new SourcesFile(sources), NIGHT, drops), SHIPPED);

    assertThat(findings.stream().map(Finding::rule))
        .isEqualTo(fails ? List.of(AuditRule.COVERAGE_GAPS) : List.of());
  }

  private static Source source(String name, Expected expected) {
    return new Source(name, name, "twitter-v1", name, Network.PUBLIC, "UTC", "", expected);
  }
}
