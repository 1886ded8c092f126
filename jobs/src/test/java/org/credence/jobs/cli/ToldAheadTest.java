package org.credence.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.credence.jobs.nightly.Cost;
import org.credence.jobs.nightly.Decision;
import org.credence.jobs.nightly.DropChanges;
import org.credence.jobs.nightly.Foresight;
import org.credence.jobs.nightly.Plan;
import org.credence.jobs.nightly.SeriesBreak;
import org.credence.jobs.nightly.Step;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class ToldAheadTest {

  private static final LocalDate NIGHT = LocalDate.parse("2026-03-05");
  private static final Plan PLAN =
      new Plan(
          NIGHT,
          NIGHT,
          List.of(
              new Decision(Step.INGEST, false, true, "done by run 2026-03-05-001"),
              new Decision(Step.APPLY, true, false, "brands.yaml changed")),
          Map.of(),
          new DropChanges(0, 0, 0, 0),
          0);
  private static final Source SOURCE =
      new Source(
          "twitter",
          "twitter",
          "twitter-v1",
          "twitter",
          Network.PUBLIC,
          "UTC",
          "",
          Expected.WEEKLY);
  private static final Cost COST =
      new Cost(
          Step.APPLY,
          OptionalLong.of(35_000),
          OptionalLong.of(4_100_000),
          OptionalDouble.of(70),
          "2026-01-04-001");

  @Test
  void saysWhatBreaksAndWhatItCosts() {
    Answer answer = told(new SeriesBreak(NIGHT.minusDays(34), false, "1a", "2b", brands()));

    assertThat(answer.status()).isEqualTo("due");
    assertThat(answer.lines().lines())
        .containsExactly(
            "Night of 2026-03-05: no new drops.",
            "  ingest   stays  done by run 2026-03-05-001",
            "  apply    runs   brands.yaml changed",
            "Series break on 2026-01-30: the brands globex changed. Days from then on are scored"
                + " again, by 2b; older days keep 1a.",
            "  apply    costs  35,000 posts, 4.1 MB, about 1:10, by run 2026-01-04-001",
            "About 1:10 in stages.");
    assertThat(answer.fields())
        .containsEntry(
            "break",
            Map.of(
                "marked", true,
                "scored_again_from", "2026-01-30",
                "from_methodology", "1a",
                "to_methodology", "2b",
                "changes", brands()))
        .containsEntry(
            "costs",
            List.of(
                Map.of(
                    "stage",
                    "apply",
                    "posts",
                    35_000L,
                    "bytes",
                    4_100_000L,
                    "seconds",
                    70.0,
                    "as_run",
                    "2026-01-04-001")))
        .containsEntry("seconds", 70.0);
  }

  @Test
  void saysThatNothingBreaksWhereNoOlderDayStays() {
    assertThat(told(new SeriesBreak(NIGHT.minusDays(34), true, "1a", "2b", brands())).lines())
        .contains("All days are scored again, so no series breaks: the brands globex changed.");
  }

  private static List<String> brands() {
    return List.of("the brands globex");
  }

  private static Answer told(SeriesBreak found) {
    Foresight foresight = new Foresight(PLAN, Optional.of(found), List.of(COST), false);
    return ToldAhead.foresight(foresight, new SourcesFile(List.of(SOURCE)));
  }
}
