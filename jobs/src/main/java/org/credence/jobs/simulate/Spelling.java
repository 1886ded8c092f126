package org.credence.jobs.simulate;

import java.util.Locale;

/** How people spell: brand names in many ways, words with typing errors. */
final class Spelling {

  private Spelling() {}

  /** The firm's name as a post has it: name, alias, small or capital letters, hashtag or handle. */
  static String nameOf(Firm firm, Dice dice) {
    String name = firm.name();
    double u = dice.unit();
    if (u < 0.62) {
      return name;
    }
    if (u < 0.74) {
      return name.toLowerCase(Locale.ROOT);
    }
    if (u < 0.78) {
      return name.toUpperCase(Locale.ROOT);
    }
    if (u < 0.86) {
      return firm.aliases().get(firm.aliases().size() - 1);
    }
    return u < 0.92 ? "#" + name.replace(" ", "") : "@" + firm.page();
  }

  /** The text with small letters or one slip of the fingers, now and then. */
  static String hurried(String text, Dice dice) {
    String typed = dice.chance(0.12) ? text.toLowerCase(Locale.ROOT) : text;
    return dice.chance(0.08) ? withSlip(typed, dice) : typed;
  }

  private static String withSlip(String text, Dice dice) {
    String[] words = text.split(" ", -1);
    int at = dice.below(words.length);
    if (!slips(words[at])) {
      return text;
    }
    String word = words[at];
    int i = 1 + dice.below(word.length() - 2);
    words[at] =
        switch (dice.below(3)) {
          case 0 -> word.substring(0, i) + word.substring(i + 1);
          case 1 -> word.substring(0, i) + word.charAt(i) + word.substring(i);
          default ->
              word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
        };
    return String.join(" ", words);
  }

  /** Names and handles are spelled right: the truth about mentions has to be exact. */
  private static boolean slips(String word) {
    if (word.length() < 5 || !word.chars().allMatch(Character::isLetter)) {
      return false;
    }
    String small = word.toLowerCase(Locale.ROOT);
    return Cast.FIRMS.stream()
        .flatMap(firm -> firm.aliases().stream())
        .noneMatch(alias -> alias.toLowerCase(Locale.ROOT).contains(small));
  }
}
