package org.credence.jobs.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people: each is a pure function of a number, so nobody has to be kept in memory. */
final class Crowd {

  private static final List<String> FIRST =
      List.of(
          "lina", "marc", "sofia", "jules", "emma", "noah", "chloe", "paul", "ines", "hugo", "lea",
          "adam", "zoe", "louis", "maya", "tom", "nora", "leo", "alice", "max");
  private static final List<String> LAST =
      List.of(
          "mo", "bel", "car", "dup", "fer", "gra", "hal", "jol", "kel", "lam", "mar", "nic", "oli",
          "per", "ros", "sim", "tav", "vil", "wes", "zan");

  // Beyond any crowd's size.
  private static final int LOUD = 4_500_000;
  private static final int BOT = LOUD + 1;
  private static final int FIRST_VICTIM = LOUD + 2;

  private final long seed;
  private final int size;

  /** A crowd that grows with the scale, but not as fast as the posts. */
  Crowd(long seed, double scale) {
    this.seed = seed;
    this.size = 400 + (int) (16_000 * Math.min(scale, 1 + scale / 2));
  }

  /** Somebody who posts in this language; a few post often, most once. */
  Author somebody(Dice dice, Source source, String language) {
    double u = dice.unit();
    return person(source, language, (int) (StrictMath.pow(u, 1.8) * size));
  }

  /** Somebody out of the whole crowd, everybody as likely. */
  Author anybody(Dice dice, Source source, String language) {
    return person(source, language, dice.below(size));
  }

  /** The one person with 500 posts. */
  Author loud() {
    return person(Source.TWITTER, "en", LOUD);
  }

  Author bot() {
    return person(Source.TWITTER, "en", BOT);
  }

  /** Who writes the post that goes viral. */
  Author firstVictim() {
    return person(Source.TWITTER, "en", FIRST_VICTIM);
  }

  static boolean isBot(Author author) {
    return author.key() == key(Source.TWITTER, 2L * BOT);
  }

  Author page(Firm firm, Source source) {
    return own(firm, source, firm.page(), firm.name(), 0);
  }

  Author care(Firm firm, Source source) {
    return own(firm, source, firm.care(), firm.name() + " Care", 1);
  }

  Author spokesperson(Firm firm) {
    return own(firm, Source.TWITTER, firm.spokesperson(), firm.spokesperson(), 2);
  }

  private static Author own(Firm firm, Source source, String handle, String name, int role) {
    long key = -(Cast.FIRMS.indexOf(firm) * 10L + role + 1);
    String id = source == Source.TWITTER ? Long.toString(700_000_000 - key) : handle;
    int followers = 40_000 - 9_000 * role;
    return new Author(key, id, handle, name, followers, true, 0, Optional.of(firm));
  }

  private Author person(Source source, String language, int index) {
    long number = index * 2L + (language.equals("fr") ? 1 : 0);
    Dice dice = Dice.of(seed, "author", source, number);
    String first = dice.pick(FIRST);
    String last = dice.pick(LAST);
    String name = capital(first) + " " + capital(last);
    String handle = first + last + number;
    long key = key(source, number);
    int followers = dice.heavy(260);
    boolean verified = dice.chance(0.006);
    double lean = dice.unit() * 2 - 1;
    String id =
        switch (source) {
          case TWITTER -> Long.toString(1_200_000_000L + number * 97);
          case CARE -> Long.toString(115_000 + number);
          case PANEL -> "p" + handle;
          case REVIEWS, FACEBOOK -> name + " " + number;
        };
    return new Author(
        key,
        id,
        source == Source.TWITTER ? handle : id,
        name,
        verified ? followers + 20_000 : followers,
        verified,
        lean,
        Optional.empty());
  }

  private static long key(Source source, long number) {
    return (source.ordinal() + 1L) * 1_000_000_000_000L + number;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
