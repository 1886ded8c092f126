package org.credence.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.credence.text.Features;
import org.credence.text.Tokens;
import org.credence.topics.RunningWord.Role;

/**
 * The words of a post that may tell its topic: no links, handles, signs, emoji, numbers, single
 * characters, stop words, and none of the names that all posts of a scope share. One instance per
 * thread.
 */
public final class Preparation {

  /** Later words of a post are not read: pages of text say no more than their beginning. */
  static final int LONGEST_POST = 1000;

  /** Letters and digits; longer ones are no words of any language. */
  private static final int LONGEST_WORD = 40;

  private final Features features = new Features();
  private final Set<String> names;

  /**
   * @param names in lower case, such as the forms of a brand, which are in every post of its scope
   */
  public Preparation(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /**
   * In the order of the text; empty when nothing in it tells a topic.
   *
   * @param language ISO 639-1, for its stop words
   */
  public List<String> words(String text, String language) {
    return running(text, language).stream()
        .filter(RunningWord::tells)
        .map(RunningWord::text)
        .toList();
  }

  /** With what stands between the words that tell. */
  List<RunningWord> running(String text, String language) {
    Set<String> stopWords = StopWords.of(language);
    Tokens tokens = features.tokensOf(text).tokens();
    List<RunningWord> words = new ArrayList<>();
    int telling = 0;
    for (int i = 0; i < tokens.count() && telling < LONGEST_POST; i++) {
      RunningWord word =
          switch (tokens.kind(i)) {
            case WORD -> word(tokens, i, stopWords);
            case HANDLE -> new RunningWord(tokens.text(i), Role.HANDLE);
            default -> RunningWord.END;
          };
      telling += word.tells() ? 1 : 0;
      words.add(word);
    }
    return words;
  }

  private RunningWord word(Tokens tokens, int token, Set<String> stopWords) {
    if (tokens.end(token) - tokens.start(token) > LONGEST_WORD) {
      return RunningWord.END;
    }
    String word = withoutPossessive(tokens.text(token));
    if (names.contains(word)) {
      return RunningWord.END;
    }
    return new RunningWord(
        word, tells(word) && !stopWords.contains(word) ? Role.TELLS : Role.JOINS);
  }

  private static String withoutPossessive(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  private static boolean tells(String word) {
    return word.length() > 1 && word.codePoints().anyMatch(Character::isLetter);
  }
}
