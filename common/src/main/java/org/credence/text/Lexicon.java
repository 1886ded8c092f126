package org.credence.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What single words say in one language: valence of words and emoticons (VADER), of emoji, and the
 * small words that turn or frame them. A language without lists of its own has only the emoji and
 * emoticons. Immutable.
 */
public final class Lexicon {

  /** The part that a small word plays. */
  enum Cue {
    NEGATION,
    BOOSTER,
    DAMPER,
    CONTRAST,
    PERSON,
    QUESTION,
    WISH;

    static final Cue[] ALL = values();
  }

  private static final Map<String, String> VALENCES =
      Map.of("en", "vader-en/lexicon.tsv", "fr", "vader-fr/lexicon.tsv");
  private static final Map<String, String> CUES = Map.of("en", "cues-en.tsv", "fr", "cues-fr.tsv");
  private static final Map<String, Lexicon> LOADED = new ConcurrentHashMap<>();

  private final String language;
  private final TokenTable valences;
  private final TokenTable cues;

  private Lexicon(String language) {
    this.language = language;
    this.valences = new TokenTable();
    this.cues = new TokenTable();
    Tokeniser tokeniser = new Tokeniser();
    addValences(tokeniser, "emoticons.tsv");
    addValences(tokeniser, "emoji.tsv");
    Optional.ofNullable(VALENCES.get(language)).ifPresent(file -> addValences(tokeniser, file));
    Optional.ofNullable(CUES.get(language)).ifPresent(this::addCues);
  }

  /** The lexicon of an ISO 639-1 language; read once per JVM. */
  public static Lexicon of(String language) {
    return LOADED.computeIfAbsent(language, Lexicon::new);
  }

  public String language() {
    return language;
  }

  /** Valence of a token, about -4 to 4; 0 when it says nothing. */
  float valence(long tokenHash) {
    return valences.get(tokenHash);
  }

  /** One more than the ordinal of the {@link Cue} of a token, 0 when it is none. */
  int cue(long tokenHash) {
    return (int) cues.get(tokenHash);
  }

  private void addValences(Tokeniser tokeniser, String file) {
    for (String[] row : Resource.rows(file, 2)) {
      add(valences, tokeniser.of(row[0]), Float.parseFloat(row[1]));
    }
  }

  private void addCues(String file) {
    for (String[] row : Resource.rows(file, 2)) {
      Cue cue = Cue.valueOf(row[1].toUpperCase(Locale.ROOT));
      cues.putIfAbsent(Tokens.hashOf(row[0]), 1 + cue.ordinal());
    }
  }

  /** A form that our tokeniser cuts into several tokens could never be met: left out. */
  private static void add(TokenTable table, Tokens form, float value) {
    boolean meets = form.count() == 1 && !form.is(0, Tokens.Kind.SIGN);
    if (meets) {
      table.putIfAbsent(form.hash(0), value);
    }
  }
}
