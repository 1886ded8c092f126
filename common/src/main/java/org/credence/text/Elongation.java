package org.credence.text;

/** Words stretched by their writer: "gooood" and "soooo" mean good and so. */
final class Elongation {

  private Elongation() {}

  /** Valence of the word with each run cut to two, or else to one; 0 if neither is known. */
  static float valence(Tokens tokens, int token, Lexicon lexicon) {
    float twice = lexicon.valence(hash(tokens, token, 2));
    return twice != 0 ? twice : lexicon.valence(hash(tokens, token, 1));
  }

  private static long hash(Tokens tokens, int token, int longest) {
    long hash = 0;
    int run = 0;
    char last = 0;
    for (int i = tokens.start[token]; i < tokens.end[token]; i++) {
      char c = tokens.buffer[i];
      boolean stretched = isStretched(tokens, token, i);
      run = c == last ? run + 1 : 1;
      last = c;
      if (!stretched || run <= longest) {
        hash = Hashing.add(hash, c);
      }
    }
    return Hashing.finish(hash);
  }

  /** Only runs of three are cut, so that "soooo good" keeps the two o of good. */
  private static boolean isStretched(Tokens tokens, int token, int at) {
    char[] b = tokens.buffer;
    int from = Math.max(tokens.start[token], at - 2);
    int to = Math.min(tokens.end[token] - 1, at + 2);
    int run = 1;
    for (int i = at - 1; i >= from && b[i] == b[at]; i--) {
      run++;
    }
    for (int i = at + 1; i <= to && b[i] == b[at]; i++) {
      run++;
    }
    return run >= 3;
  }
}
