package org.credence.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasTest {

  private static final Eras TWO = Eras.all("a").since(day("2026-02-01"), "b");

  @Test
  void aChangeHoldsFromItsFirstDayOn() {
    assertThat(TWO.format()).isEqualTo("a,2026-02-01=b");
    assertThat(TWO.at(day("2026-01-31"))).isEqualTo("a");
    assertThat(TWO.at(day("2026-02-01"))).isEqualTo("b");
    assertThat(TWO.at(day("2030-01-01"))).isEqualTo("b");
    assertThat(TWO.current()).isEqualTo("b");
  }

  @Test
  void aLaterChangeTakesTheDaysThatItReaches() {
    assertThat(TWO.since(day("2026-03-01"), "c").format()).isEqualTo("a,2026-02-01=b,2026-03-01=c");
    assertThat(TWO.since(day("2026-01-15"), "c").format()).isEqualTo("a,2026-01-15=c");
    assertThat(TWO.since(day("2026-03-01"), "b")).isEqualTo(TWO);
    assertThat(TWO.since(day("2026-01-15"), "a").format()).isEqualTo("a");
  }

  @Test
  void singleDaysMayBeOfAnother() {
    List<LocalDate> days = List.of(day("2026-01-10"), day("2026-01-11"), day("2026-01-31"));

    assertThat(TWO.but(days, "b").format()).isEqualTo("a,2026-01-10=b,2026-01-12=a,2026-01-31=b");
    assertThat(TWO.but(List.of(), "b")).isEqualTo(TWO);
  }

  @Test
  void erasFollowEachOther() {
    assertThat(TWO.list())
        .containsExactly(
            new Eras.Era(LocalDate.MIN, day("2026-02-01"), "a"),
            new Eras.Era(day("2026-02-01"), LocalDate.MAX, "b"));
  }

  @Test
  void textReadsBack() {
    assertThat(Eras.parse("a,2026-02-01=b")).isEqualTo(TWO);
    assertThat(Eras.parse("a")).isEqualTo(Eras.all("a"));
    assertThatThrownBy(() -> Eras.parse("a,February=b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'February=b' is no era");
    assertThatThrownBy(() -> Eras.parse("2026-02-01=b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
