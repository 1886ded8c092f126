package org.credence.jobs.report;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences, numbers and dates of the report in one language. */
public final class Wording {

  private static final String BUNDLE = "org.credence.jobs.report.words";

  private final Locale locale;
  private final ResourceBundle bundle;

  /**
   * @param language en or fr
   */
  public Wording(String language) {
    this.locale = Locale.forLanguageTag(language.equals("en") ? "en-GB" : language);
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public String language() {
    return locale.getLanguage();
  }

  /** The sentence of that key, with its places {0}, {1} filled. */
  public String say(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A share of 0 to 1 as a percentage without decimals. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** Counts as they are, rates as far as they tell something: 1,234; 12.3; 0.04. */
  public String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.abs(number) < 1 ? 2 : 1);
    return format.format(number);
  }

  /** Net of -1 to 1 in whole points with its sign: +12, −7, 0. */
  public String points(double net) {
    long points = Math.round(net * 100);
    return (points > 0 ? "+" : points < 0 ? "\u2212" : "") + Math.abs(points);
  }

  /** The name of a language in that of the page, such as French for fr. */
  String inWords(String language) {
    return capitalised(Locale.forLanguageTag(language).getDisplayLanguage(locale));
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
  }

  /** A period at the beginning of a sentence. */
  public String span(Span span) {
    LocalDate first = span.first();
    return switch (span.level()) {
      case DAY -> date(first);
      case WEEK -> say("span.week", date(first));
      case MONTH -> capitalised(DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(first));
      case QUARTER -> quarter("span.quarter", first);
    };
  }

  /** A period under an axis. */
  String tick(Span span) {
    return switch (span.level()) {
      case DAY, WEEK -> DateTimeFormatter.ofPattern("d MMM", locale).format(span.first());
      case MONTH -> DateTimeFormatter.ofPattern("LLL yy", locale).format(span.first());
      case QUARTER -> quarter("tick.quarter", span.first());
    };
  }

  private String quarter(String key, LocalDate first) {
    return say(
        key, String.valueOf(first.get(IsoFields.QUARTER_OF_YEAR)), String.valueOf(first.getYear()));
  }

  private String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
  }
}
