package org.credence.jobs.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes what people say. A text depends on its class, never on brand, day or platform, so that
 * what a model learns on one brand holds for the others. More than a quarter of the texts are
 * ambiguous: nobody could tell their class for certain.
 */
final class Composer {

  /** Share of texts whose main phrase occurs in all classes. */
  private static final double AMBIGUOUS = 0.29;

  /** Share of texts that say the contrary of what they mean. */
  private static final double SARCASTIC = 0.035;

  /**
   * How often an ambiguous phrase comes from the class it hints at; a third would be no hint at
   * all.
   */
  private static final double AMBIGUITY_IS_RIGHT = 0.5;

  private final Map<String, Phrasebook> books =
      Map.of("en", Phrasebook.of("en"), "fr", Phrasebook.of("fr"), "es", Phrasebook.of("es"));

  /** Text with the trust attribute it names. */
  record Words(String text, Optional<String> attribute) {}

  /** A post about a firm; it names the firm. */
  Words about(Firm firm, String language, Polarity polarity, Dice dice) {
    Phrasebook book = book(language);
    Map<String, String> values = values(firm, language, dice);
    StringBuilder text = new StringBuilder(160);
    if (dice.chance(0.25) && book.has("opener")) {
      text.append(book.draw(dice, "opener", values)).append(' ');
    }
    text.append(core(book, polarity, values, dice));
    Optional<String> attribute = attribute(firm, book, dice);
    attribute.ifPresent(
        name -> text.append(", ").append(book.draw(dice, prefix(polarity) + name, values)));
    if (book.has("filler") && (dice.chance(0.3) || brief(text))) {
      text.append(dice.chance(0.5) ? ", " : ". ").append(book.draw(dice, "filler", values));
    }
    if (dice.chance(0.06)) {
      text.append(". ").append(core(book, polarity, values, dice));
    }
    return new Words(finish(text, book, polarity, dice), attribute);
  }

  /** What a customer writes to a firm's service: a post with a sentence more. */
  Words question(Firm firm, String language, Polarity polarity, Dice dice) {
    Words words = about(firm, language, polarity, dice);
    String closing = say("care.closing", firm, language, dice);
    return new Words(words.text() + (dice.chance(0.5) ? ". " : ", ") + closing, words.attribute());
  }

  /** A review: title and text of two or three sentences; the text names the firm. */
  Words review(Firm firm, String language, Polarity polarity, Dice dice) {
    Words first = about(firm, language, polarity, dice);
    Phrasebook book = book(language);
    String second = core(book, polarity, values(firm, language, dice), dice);
    return new Words(first.text() + (dice.chance(0.4) ? ".\n" : ". ") + second, first.attribute());
  }

  String title(String language, Polarity polarity, Dice dice) {
    return book(language).draw(dice, "title." + polarity.label(), Map.of());
  }

  /** A post that names two firms. */
  String aboutBoth(Firm one, Firm other, String language, Dice dice) {
    Map<String, String> values = new HashMap<>(values(one, language, dice));
    values.put("c", other.name());
    return book(language).draw(dice, "both", values);
  }

  /** A section as it stands: thread, chatter, elsewhere.quilzane, company.post ... */
  String say(String section, Firm firm, String language, Dice dice) {
    return book(language).draw(dice, section, values(firm, language, dice));
  }

  /** The English phrase of this number in a section, always the same, for texts that repeat. */
  String plain(String section, int number, Firm firm) {
    List<String> lines = book("en").section(section);
    return lines.get(number % lines.size()).replace("{b}", firm.name());
  }

  private Phrasebook book(String language) {
    return Objects.requireNonNull(books.get(language), language);
  }

  private static String core(
      Phrasebook book, Polarity polarity, Map<String, String> values, Dice dice) {
    if (dice.chance(AMBIGUOUS) && book.has("mixed.neutral")) {
      Polarity hinted = dice.chance(AMBIGUITY_IS_RIGHT) ? polarity : other(polarity, dice);
      return book.draw(dice, "mixed." + hinted.label(), values);
    }
    Polarity said = dice.chance(SARCASTIC) ? other(polarity, dice) : polarity;
    return book.draw(dice, said.label() + ".core", values);
  }

  static Polarity other(Polarity polarity, Dice dice) {
    int step = 1 + dice.below(2);
    return Polarity.values()[(polarity.ordinal() + step) % 3];
  }

  private static Optional<String> attribute(Firm firm, Phrasebook book, Dice dice) {
    if (!book.has("neutral.price") || !dice.chance(0.18)) {
      return Optional.empty();
    }
    return Optional.of(dice.pickEarly(firm.attributes()));
  }

  private static String prefix(Polarity polarity) {
    return polarity.label() + ".";
  }

  private static String finish(StringBuilder text, Phrasebook book, Polarity polarity, Dice dice) {
    if (dice.chance(0.4) && book.has("closer")) {
      text.append(book.draw(dice, "closer", Map.of()));
    }
    if (dice.chance(0.14) && book.has("emoji.neutral")) {
      Polarity shown = dice.chance(0.85) ? polarity : other(polarity, dice);
      text.append(' ').append(book.draw(dice, "emoji." + shown.label(), Map.of()));
    }
    return Spelling.hurried(text.toString(), dice);
  }

  /** Too few words to tell a language by. */
  private static boolean brief(CharSequence text) {
    return text.chars().filter(c -> c == ' ').count() < 5;
  }

  private static Map<String, String> values(Firm firm, String language, Dice dice) {
    return Map.of("b", Spelling.nameOf(firm, dice), "p", dice.pickEarly(firm.products(language)));
  }
}
