package org.credence.archive.field;

import static org.credence.archive.record.Draft.NO_TIME;
import static org.credence.archive.record.Draft.UNREADABLE_TIME;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as platforms write them, to microseconds since 1970 (UTC). What can have two meanings
 * and what is relative is unreadable, never guessed.
 */
public final class Times {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final long SECOND = 1_000_000L;
  private static final int CENTURY = 2000;

  private Times() {}

  /** As Twitter writes it: {@code Wed Sep 28 02:40:00 +0000 2011}. */
  public static long twitter(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return NO_TIME;
    }
    Cursor in = new Cursor(text.strip());
    in.word();
    in.spaces();
    int month = month(in.word());
    in.spaces();
    int day = in.number(1, 2);
    in.spaces();
    int clock = clock(in);
    in.spaces();
    int offset = offset(in);
    in.spaces();
    int year = in.number(4, 4);
    return in.ended() && clock >= 0 ? micros(year, month, day, clock, offset) : UNREADABLE_TIME;
  }

  /**
   * ISO dates and times, with a space or a T, with or without seconds and zone, one-digit hours
   * too, also with slashes, as Ruby writes them; {@code Sep 3, 2023}; as Twitter and as mail write
   * them; seconds (with or without a fraction, which is dropped), milliseconds or microseconds
   * since 1970.
   *
   * @param zone of a time that names none; a date alone is its first instant there
   */
  public static long read(@Nullable String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      return NO_TIME;
    }
    String stripped = text.strip();
    if (Character.isLetter(stripped.charAt(0))) {
      return worded(stripped, zone);
    }
    int point = stripped.indexOf('.');
    String whole = point < 0 ? stripped : stripped.substring(0, point);
    return isDigits(whole) && isDigits(stripped.substring(point + 1))
        ? epoch(whole)
        : iso(new Cursor(stripped), zone);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * {@code Sep 3, 2023}, and what begins with a day of the week: as Twitter and as mail write it.
   */
  private static long worded(String text, ZoneId zone) {
    int comma = text.indexOf(',');
    if (comma >= 0 && text.substring(0, comma).chars().allMatch(Character::isLetter)) {
      return mail(new Cursor(text.substring(comma + 1)));
    }
    return comma >= 0 ? named(new Cursor(text), zone) : twitter(text);
  }

  /** {@code 02 Oct 2002 13:00:00 GMT}, as RFC 822 has it; zones by name but for GMT are none. */
  private static long mail(Cursor in) {
    in.spaces();
    int day = in.number(1, 2);
    in.spaces();
    int month = month(in.word());
    in.spaces();
    int year = in.number(2, 4);
    in.spaces();
    int clock = clock(in);
    in.spaces();
    int offset = offset(in);
    return in.ended() && clock >= 0
        ? micros(year >= 0 && year < 100 ? CENTURY + year : year, month, day, clock, offset)
        : UNREADABLE_TIME;
  }

  /**
   * {@code 1/31/18 18:55}, month first, as Facebook pages are exported; otherwise {@link #read}.
   */
  public static long monthFirst(@Nullable String text, ZoneId zone) {
    if (text == null || text.indexOf('/') < 0) {
      return read(text, zone);
    }
    Cursor in = new Cursor(text.strip());
    int month = in.number(1, 2);
    boolean slashes = in.eat('/');
    int day = in.number(1, 2);
    slashes &= in.eat('/');
    int year = in.number(2, 4);
    if (!slashes) {
      return UNREADABLE_TIME;
    }
    return ofDay(in, year >= 0 && year < 100 ? CENTURY + year : year, month, day, zone);
  }

  /** {@code 31/1/18 18:55}, day first; otherwise {@link #read}. */
  public static long dayFirst(@Nullable String text, ZoneId zone) {
    int slash = text == null ? -1 : text.indexOf('/');
    int second = text == null || slash < 0 ? -1 : text.indexOf('/', slash + 1);
    if (text == null || second < 0) {
      return read(text, zone);
    }
    String day = text.substring(0, slash).strip();
    return monthFirst(text.substring(slash + 1, second) + "/" + day + text.substring(second), zone);
  }

  /** Seconds (9 or 10 digits), milliseconds (12, 13) or microseconds (16) since 1970. */
  private static long epoch(String digits) {
    return switch (digits.length()) {
      case 9, 10 -> Long.parseLong(digits) * SECOND;
      case 12, 13 -> Long.parseLong(digits) * 1000;
      case 16 -> Long.parseLong(digits);
      default -> UNREADABLE_TIME;
    };
  }

  /** Seconds since 1970. */
  public static long seconds(long seconds) {
    return Math.abs(seconds) < Long.MAX_VALUE / SECOND ? seconds * SECOND : UNREADABLE_TIME;
  }

  private static long iso(Cursor in, ZoneId zone) {
    int year = in.number(4, 4);
    char between = in.eat('/') ? '/' : '-';
    boolean dashes = between == '/' || in.eat('-');
    int month = in.number(1, 2);
    dashes &= in.eat(between);
    int day = in.number(1, 2);
    return dashes ? ofDay(in, year, month, day, zone) : UNREADABLE_TIME;
  }

  private static long named(Cursor in, ZoneId zone) {
    int month = month(in.word());
    in.spaces();
    int day = in.number(1, 2);
    boolean comma = in.eat(',');
    in.spaces();
    int year = in.number(4, 4);
    return comma ? ofDay(in, year, month, day, zone) : UNREADABLE_TIME;
  }

  /** What stands after a date: nothing, or a time of the day with or without a zone. */
  private static long ofDay(Cursor in, int year, int month, int day, ZoneId zone) {
    if (in.ended()) {
      return local(year, month, day, LocalTime.MIDNIGHT, zone);
    }
    if (!in.eat('T')) {
      in.spaces();
    }
    int clock = clock(in);
    int fraction = in.eat('.') ? in.micros() : 0;
    if (clock < 0 || fraction < 0) {
      return UNREADABLE_TIME;
    }
    in.spaces();
    if (in.ended()) {
      return local(
          year, month, day, LocalTime.ofSecondOfDay(clock).plusNanos(fraction * 1000L), zone);
    }
    int offset = in.eat('Z') ? 0 : offset(in);
    long time = micros(year, month, day, clock, offset);
    return in.ended() && time != UNREADABLE_TIME ? time + fraction : UNREADABLE_TIME;
  }

  private static long local(int year, int month, int day, LocalTime time, ZoneId zone) {
    if (!isDate(year, month, day)) {
      return UNREADABLE_TIME;
    }
    LocalDateTime there = LocalDate.of(year, month, day).atTime(time);
    return there.atZone(zone).toEpochSecond() * SECOND + time.getNano() / 1000;
  }

  private static long micros(int year, int month, int day, int clock, int offset) {
    if (offset == Integer.MIN_VALUE || !isDate(year, month, day)) {
      return UNREADABLE_TIME;
    }
    return IsoChronology.INSTANCE.epochSecond(
                year, month, day, clock / 3600, clock / 60 % 60, clock % 60, ZoneOffset.UTC)
            * SECOND
        - offset * SECOND;
  }

  private static boolean isDate(int year, int month, int day) {
    if (year < 0 || month < 1 || month > 12 || day < 1) {
      return false;
    }
    int days =
        month == 2
            ? (IsoChronology.INSTANCE.isLeapYear(year) ? 29 : 28)
            : 30 + (month + month / 8) % 2;
    return day <= days;
  }

  /** H:MM or H:MM:SS as second of the day, or -1. */
  private static int clock(Cursor in) {
    int hour = in.number(1, 2);
    boolean colon = in.eat(':');
    int minute = in.number(2, 2);
    int second = in.eat(':') ? in.number(2, 2) : 0;
    boolean holds = colon && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0;
    return holds && second <= 60 ? hour * 3600 + minute * 60 + Math.min(second, 59) : -1;
  }

  /** +HHMM, +HH:MM or the word UTC, in seconds; the least integer when there is none. */
  private static int offset(Cursor in) {
    int sign = in.eat('+') ? 1 : in.eat('-') ? -1 : 0;
    if (sign == 0) {
      return switch (in.word()) {
        case "UTC", "GMT", "Z" -> 0;
        default -> Integer.MIN_VALUE;
      };
    }
    int hours = in.number(2, 4);
    int minutes = 0;
    if (hours >= 100) {
      minutes = hours % 100;
      hours /= 100;
    } else if (in.eat(':')) {
      minutes = in.number(2, 2);
    }
    boolean holds = hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60;
    return holds ? sign * (hours * 3600 + minutes * 60) : Integer.MIN_VALUE;
  }

  /** 1 to 12 by the first three letters of its English name, or -1. */
  private static int month(String word) {
    if (word.length() < 3) {
      return -1;
    }
    int at = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
    return at % 3 == 0 ? at / 3 + 1 : -1;
  }
}
