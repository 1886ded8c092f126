package org.credence.text;

import java.util.Arrays;
import java.util.List;
import org.credence.text.Lexicon.Cue;
import org.credence.text.Tokens.Kind;

/**
 * The dense part of the features: sums over a post of what its {@link Lexicon} says of its words.
 */
final class LexiconSums {

  /** What stands where; part of every saved model. */
  static final List<String> NAMES =
      List.of(
          "positive sum",
          "negative sum",
          "positive words",
          "negative words",
          "strongest positive",
          "strongest negative",
          "first valence",
          "last valence",
          "turned sum",
          "whole valence",
          "valence after the last contrast",
          "emoji and emoticons positive",
          "emoji and emoticons negative",
          "negations",
          "boosters",
          "dampers",
          "contrasts",
          "first persons",
          "question words",
          "wishes",
          "exclamation marks",
          "question marks",
          "ellipses",
          "words in capitals",
          "elongated words",
          "words",
          "links",
          "handles",
          "hashtags",
          "valence in capitals");

  /** Tokens that a negation reaches forward. */
  private static final int NEGATION_REACH = 4;

  /** VADER's constant that bends a sum of valences into -1 to 1. */
  private static final double BEND = 15;

  private static final int CUES_AT = NAMES.indexOf("negations");
  private static final double BOOST = 1.3;
  private static final double DAMP = 0.7;
  private static final double TURN = -0.74;

  private LexiconSums() {}

  static void of(Tokens tokens, Lexicon lexicon, double[] sums) {
    Arrays.fill(sums, 0);
    double total = 0;
    double clause = 0;
    int reach = 0;
    double strength = 1;
    int words = 0;
    for (int i = 0; i < tokens.count; i++) {
      int flags = tokens.flags[i];
      int kind = flags & Tokens.KIND_BITS;
      if (kind >= Kind.LINK.ordinal()) {
        sums[kind == Kind.LINK.ordinal() ? 26 : 27]++;
        continue;
      }
      if (kind == Kind.SIGN.ordinal()) {
        reach =
            sign(tokens.buffer[tokens.start[i]], tokens.end[i] - tokens.start[i], sums) ? 0 : reach;
        continue;
      }
      long hash = tokens.hash[i];
      float valence = lexicon.valence(hash);
      if (kind == Kind.WORD.ordinal()) {
        words++;
        sums[23] += (flags & Tokens.CAPITALS) / Tokens.CAPITALS;
        if ((flags & Tokens.ELONGATED) != 0) {
          sums[24]++;
          valence = valence == 0 ? Elongation.valence(tokens, i, lexicon) : valence;
        }
        int cue = lexicon.cue(hash);
        if (cue > 0) {
          sums[CUES_AT + cue - 1]++;
          if (cue == 1 + Cue.NEGATION.ordinal()) {
            reach = NEGATION_REACH;
            continue;
          } else if (cue == 1 + Cue.CONTRAST.ordinal()) {
            clause = 0;
          }
        }
        if (valence == 0) {
          strength =
              cue == 1 + Cue.BOOSTER.ordinal() ? BOOST : cue == 1 + Cue.DAMPER.ordinal() ? DAMP : 1;
          reach--;
          continue;
        }
      } else if (valence != 0) {
        sums[valence > 0 ? 11 : 12] += Math.abs(valence);
      }
      if (valence != 0) {
        double felt = valence * strength;
        if (reach > 0 && kind == Kind.WORD.ordinal()) {
          felt *= TURN;
          sums[8] += valence;
        }
        total += felt;
        clause += felt;
        add(felt, sums);
        if ((flags & Tokens.CAPITALS) != 0) {
          sums[29] += felt;
        }
      }
      strength = 1;
      reach--;
    }
    sums[9] = total / Math.sqrt(total * total + BEND);
    sums[10] = clause / Math.sqrt(clause * clause + BEND);
    sums[25] = StrictMath.log(1 + words);
  }

  private static void add(double felt, double[] sums) {
    int negative = felt < 0 ? 1 : 0;
    double size = Math.abs(felt);
    sums[negative] += size;
    sums[2 + negative]++;
    sums[4 + negative] = Math.max(sums[4 + negative], size);
    if (sums[6] == 0) {
      sums[6] = felt;
    }
    sums[7] = felt;
  }

  /** Counts the sign; whether it ends a clause. */
  private static boolean sign(char c, int run, double[] sums) {
    switch (c) {
      case '!' -> sums[20] += run;
      case '?' -> sums[21] += run;
      case '\u2026' -> sums[22]++;
      case '.' -> sums[22] += run > 1 ? 1 : 0;
      case '#' -> sums[28]++;
      default -> {}
    }
    return c == '.' || c == '!' || c == '?' || c == ',' || c == ';' || c == ':' || c == '\u2026';
  }
}
