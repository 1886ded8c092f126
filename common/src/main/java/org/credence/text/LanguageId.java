package org.credence.text;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;
import com.carrotsearch.labs.langid.Model;
import java.nio.CharBuffer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.credence.text.Tokens.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a post: the platform's own word first, langid.py's model (Lui & Baldwin
 * 2012) otherwise. One instance per thread.
 */
public final class LanguageId {

  /** Below this a text could be anything. */
  private static final int MINIMUM_LETTERS = 15;

  /** Posterior of the best language below which the text counts as unclear. */
  private static final double MINIMUM_CONFIDENCE = 0.7;

  /**
   * Frequent languages that a post may be in beside the ones asked for: without them a Spanish post
   * would be taken for French.
   */
  private static final String[] ALSO_KNOWN = {
    "ar", "de", "en", "es", "fr", "hi", "id", "it", "ja", "ko", "nl", "pt", "ru", "th", "tr", "zh"
  };

  private final LangIdV3 classifier;

  /** Knows these ISO 639-1 languages and sixteen frequent ones. */
  public LanguageId(Collection<String> languages) {
    TreeSet<String> known = new TreeSet<>(languages);
    for (String language : ALSO_KNOWN) {
      known.add(language);
    }
    known.retainAll(Model.defaultModel().getDetectedLanguages());
    this.classifier = new LangIdV3(Model.detectOnly(known));
  }

  /**
   * The ISO 639-1 code of a post's language, empty when the text is too short or unclear.
   *
   * @param declared what the platform says ("fr", "en-GB", "und"), null when it says nothing
   */
  public Optional<String> of(Features post, @Nullable String declared) {
    Optional<String> own = Optional.ofNullable(declared).flatMap(LanguageId::primary);
    return own.isPresent() ? own : detect(post.tokens());
  }

  /**
   * "fr" of "fr-CA"; empty for "und", "zxx" and what is no language tag. Twitter keeps old codes.
   */
  private static Optional<String> primary(String declared) {
    String tag = declared.strip().toLowerCase(Locale.ROOT);
    int cut = tag.indexOf('-') >= 0 ? tag.indexOf('-') : tag.indexOf('_');
    String code = cut < 0 ? tag : tag.substring(0, cut);
    return switch (code) {
      case "in" -> Optional.of("id");
      case "iw" -> Optional.of("he");
      default -> code.length() == 2 ? Optional.of(code) : Optional.empty();
    };
  }

  private Optional<String> detect(Tokens tokens) {
    classifier.reset();
    int letters = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, Kind.WORD)) {
        int from = tokens.start(i) - 1;
        letters += tokens.end(i) - tokens.start(i);
        classifier.append(CharBuffer.wrap(tokens.buffer(), from, tokens.end(i) - from));
      }
    }
    if (letters < MINIMUM_LETTERS) {
      return Optional.empty();
    }
    DetectedLanguage best = classifier.classify(true);
    return best.getConfidence() < MINIMUM_CONFIDENCE
        ? Optional.empty()
        : Optional.of(best.getLangCode());
  }
}
