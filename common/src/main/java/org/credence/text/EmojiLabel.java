package org.credence.text;

import java.util.OptionalInt;
import org.credence.text.Tokens.Kind;

/**
 * What emoji and emoticons say about the text around them: distant supervision (Read 2005; Go,
 * Bhayani, Huang 2009).
 */
public final class EmojiLabel {

  /** Weaker pictures, such as a wink, tell too little. */
  private static final float MINIMUM = 2;

  private static final Lexicon PICTURES = Lexicon.of("und");

  private EmojiLabel() {}

  /** 1 when all clear ones are positive, -1 when all are negative; empty when mixed or none. */
  public static OptionalInt of(Tokens tokens) {
    boolean positive = false;
    boolean negative = false;
    for (int i = 0; i < tokens.count(); i++) {
      if (isPicture(tokens, i)) {
        float valence = PICTURES.valence(tokens.hash(i));
        positive |= valence >= MINIMUM;
        negative |= valence <= -MINIMUM;
      }
    }
    return positive == negative ? OptionalInt.empty() : OptionalInt.of(positive ? 1 : -1);
  }

  /** The text in its normalised form without emoji and emoticons, so that none gives it away. */
  public static String without(Tokens tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      if (!isPicture(tokens, i)) {
        text.append(text.isEmpty() ? "" : " ");
        text.append(tokens.is(i, Kind.HANDLE) ? "@" : "");
        text.append(tokens.buffer(), tokens.start(i), tokens.end(i) - tokens.start(i));
      }
    }
    return text.toString();
  }

  private static boolean isPicture(Tokens tokens, int i) {
    return tokens.is(i, Kind.EMOJI) || tokens.is(i, Kind.EMOTICON);
  }
}
