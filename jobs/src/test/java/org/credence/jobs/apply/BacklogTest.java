package org.credence.jobs.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final List<Lake.Commit> POSTS =
      List.of(
          commit(5, Map.of()),
          commit(4, notes(3, "2026-01-05", false)),
          commit(3, notes(3, "2026-01-02", true)),
          commit(2, notes(2, "2026-01-03..2026-01-04", false)),
          commit(1, notes(1, "2026-01-01", false)));

  @Test
  void withoutPostsThereIsNothing() {
    assertThat(Backlog.of(List.of(), Optional.empty())).isEqualTo(new Backlog.Nothing());
  }

  @Test
  void theFirstTimeIsEverything() {
    assertThat(Backlog.of(POSTS, Optional.empty())).isEqualTo(new Backlog.Everything(3));
  }

  @Test
  void whatIsScoredIsNotScoredAgain() {
    assertThat(Backlog.of(POSTS, Optional.of(3L))).isEqualTo(new Backlog.Nothing());
  }

  @Test
  void newBatchesBringTheirDays() {
    assertThat(Backlog.of(POSTS, Optional.of(2L)))
        .isEqualTo(new Backlog.Batches(2, 3, days("2026-01-02", "2026-01-05"), true));
    assertThat(Backlog.of(POSTS.subList(3, 5), Optional.of(1L)))
        .isEqualTo(new Backlog.Batches(1, 2, days("2026-01-03", "2026-01-04"), false));
  }

  @Test
  void whereCommitsAreNoLongerKeptItIsEverything() {
    assertThat(Backlog.of(POSTS.subList(0, 3), Optional.of(2L)))
        .isEqualTo(new Backlog.Everything(3));
  }

  private static Lake.Commit commit(long snapshot, Map<String, String> notes) {
    return new Lake.Commit(snapshot, notes);
  }

  private static Map<String, String> notes(int batch, String days, boolean replaced) {
    return Map.of(
        Notes.BATCH, "" + batch, Notes.DAYS, days, Notes.REPLACED, String.valueOf(replaced));
  }

  private static TreeSet<LocalDate> days(String... days) {
    TreeSet<LocalDate> set = new TreeSet<>();
    for (String day : days) {
      set.add(LocalDate.parse(day));
    }
    return set;
  }
}
