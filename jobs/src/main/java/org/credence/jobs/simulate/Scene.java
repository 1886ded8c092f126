package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Everything that the makers of a day share. */
record Scene(
    SimulationOptions options,
    Story story,
    Crowd crowd,
    Composer composer,
    Ids ids,
    Publisher publisher) {

  /**
   * Share of a day's posts by hour of the reporting zone, in thousandths; posts at midnight too.
   */
  private static final List<Integer> HOURS =
      List.of(
          18, 9, 5, 4, 5, 12, 28, 45, 55, 52, 50, 52, 60, 56, 48, 46, 48, 54, 64, 70, 72, 66, 50,
          31);

  Dice dice(Object purpose, LocalDate day) {
    return Dice.of(options.seed(), purpose, day);
  }

  /** How many posts a firm gets on the day out of {@code daily} for all firms. */
  int volume(double daily, Firm firm, LocalDate day, Dice dice) {
    return dice.about(
        daily * options.scale() * firm.share() * Story.weekday(day) * story.buzz(firm, day));
  }

  static String language(Firm firm, Dice dice) {
    return dice.chance(firm.frenchShare()) ? "fr" : "en";
  }

  /** A moment of the day, by the hours at which people write. */
  static Instant moment(LocalDate day, Dice dice) {
    int at = dice.below(1_000);
    int hour = 0;
    while (at >= HOURS.get(hour)) {
      at -= HOURS.get(hour++);
    }
    return moment(day, hour * 3_600 + dice.below(3_600), dice);
  }

  static Instant moment(LocalDate day, int second, Dice dice) {
    return day.atTime(LocalTime.ofSecondOfDay(second))
        .atZone(SimulationOptions.ZONE)
        .toInstant()
        .plusMillis(dice.below(1_000));
  }

  /** Whether the moment is still on the day. */
  static boolean on(LocalDate day, Instant moment) {
    return LocalDate.ofInstant(moment, SimulationOptions.ZONE).equals(day);
  }
}
