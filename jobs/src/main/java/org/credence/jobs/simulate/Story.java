package org.credence.jobs.simulate;

import static org.credence.jobs.simulate.Cast.DRELVANO;
import static org.credence.jobs.simulate.Cast.MARNEK_OSKAL;
import static org.credence.jobs.simulate.Cast.QUILZANE;
import static org.credence.jobs.simulate.Cast.TOVARIEL;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What happens when. Weeks count from the first Monday on or after the first day; a shorter
 * simulation sees less of the story.
 */
record Story(LocalDate monday) {

  private static final Mood CRISIS = new Mood(0.78, 0.15, 0.07);
  private static final Set<Long> REGRETTED_DAYS = Set.of(10L, 24L, 45L);
  private static final int CRISIS_WEEK = 4;
  private static final int CAMPAIGN_WEEK = 6;
  private static final int GAP_DAY = 36;
  private static final int FULL_WEEKS = 8;
  private static final int BOT_FROM = 8;
  private static final int BOT_DAYS = 10;
  private static final int LOUD_FROM = 3;
  private static final int LOUD_DAYS = 20;
  private static final List<Integer> VIRAL_REPLIES = List.of(520, 560, 320, 150, 80);

  static Story of(SimulationOptions options) {
    return new Story(options.firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
  }

  /** A planted event; {@code days} counts from {@code from}. */
  record Event(String kind, Firm firm, LocalDate from, int days) {}

  List<Event> events() {
    return List.of(
        new Event("crisis", DRELVANO, week(CRISIS_WEEK), 7),
        new Event("recovery", DRELVANO, week(CRISIS_WEEK + 1), 7),
        new Event("viral_thread", DRELVANO, viralDay(), VIRAL_REPLIES.size()),
        new Event("campaign", QUILZANE, week(CAMPAIGN_WEEK), 7),
        new Event("bot", MARNEK_OSKAL, monday.plusDays(BOT_FROM), BOT_DAYS),
        new Event("loud_person", TOVARIEL, monday.plusDays(LOUD_FROM), LOUD_DAYS));
  }

  /** How people feel about the firm on the day. */
  Mood mood(Firm firm, LocalDate day) {
    if (!firm.equals(DRELVANO)) {
      return firm.usual();
    }
    long since = ChronoUnit.DAYS.between(week(CRISIS_WEEK), day);
    if (since >= 0 && since < 7) {
      return CRISIS;
    }
    return since >= 7 && since < 14
        ? CRISIS.towards(firm.usual(), (since - 6) / 8.0)
        : firm.usual();
  }

  /** How much people talk about the firm, 1 on a usual day. */
  double buzz(Firm firm, LocalDate day) {
    if (firm.equals(DRELVANO) && weekOf(day) == CRISIS_WEEK) {
      return 1.8;
    }
    if (firm.equals(DRELVANO) && weekOf(day) == CRISIS_WEEK + 1) {
      return 1.3;
    }
    return campaign(firm, day) ? 2.4 : 1;
  }

  /** People write less at the weekend. */
  static double weekday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 0.75 : 1;
  }

  boolean crisis(Firm firm, LocalDate day) {
    return firm.equals(DRELVANO) && weekOf(day) == CRISIS_WEEK;
  }

  /** From the fifth day of the crisis on the firm answers, until people have calmed down. */
  boolean answering(Firm firm, LocalDate day) {
    long since = ChronoUnit.DAYS.between(week(CRISIS_WEEK), day);
    return firm.equals(DRELVANO) && since >= 4 && since < 14;
  }

  boolean campaign(Firm firm, LocalDate day) {
    return firm.equals(QUILZANE) && weekOf(day) == CAMPAIGN_WEEK;
  }

  /** The day of which the care source delivered nothing. */
  boolean gap(Source source, LocalDate day) {
    return source == Source.CARE && day.equals(gapDay());
  }

  LocalDate gapDay() {
    return monday.plusDays(GAP_DAY);
  }

  LocalDate viralDay() {
    return week(CRISIS_WEEK).plusDays(2);
  }

  /** Replies that the viral post gets on the day, at scale 1. */
  int viralReplies(LocalDate day) {
    long since = ChronoUnit.DAYS.between(viralDay(), day);
    return since >= 0 && since < VIRAL_REPLIES.size() ? VIRAL_REPLIES.get((int) since) : 0;
  }

  boolean bot(LocalDate day) {
    return within(day, BOT_FROM, BOT_DAYS);
  }

  /** Days with a post that is deleted before the archive has it. */
  boolean regretted(LocalDate day) {
    return REGRETTED_DAYS.contains(ChronoUnit.DAYS.between(monday, day));
  }

  boolean loud(LocalDate day) {
    return within(day, LOUD_FROM, LOUD_DAYS);
  }

  /**
   * Weeks, by their Monday, whose mood is planted equal to that of the week before and whose volume
   * no campaign moves: a change of net trust reported here is a false alarm.
   */
  List<LocalDate> quietWeeks(Firm firm) {
    List<LocalDate> quiet = new ArrayList<>();
    for (int week = 1; week < FULL_WEEKS; week++) {
      boolean moved =
          (firm.equals(DRELVANO) && week >= CRISIS_WEEK && week <= CRISIS_WEEK + 2)
              || (firm.equals(QUILZANE) && (week == CAMPAIGN_WEEK || week == CAMPAIGN_WEEK + 1));
      if (!moved) {
        quiet.add(week(week));
      }
    }
    return quiet;
  }

  private boolean within(LocalDate day, int from, int days) {
    long since = ChronoUnit.DAYS.between(monday, day);
    return since >= from && since < from + days;
  }

  private LocalDate week(int number) {
    return monday.plusWeeks(number);
  }

  private long weekOf(LocalDate day) {
    return Math.floorDiv(ChronoUnit.DAYS.between(monday, day), 7L);
  }
}
