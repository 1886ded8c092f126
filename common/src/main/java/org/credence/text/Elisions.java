package org.credence.text;

/** French words that lose their vowel before another: l', j', qu', jusqu'. */
final class Elisions {

  private static final String SINGLE = "ljdmtsnc";
  private static final String[] LONGER = {"qu'", "jusqu'", "lorsqu'", "puisqu'", "quoiqu'"};

  private Elisions() {}

  /**
   * Whether {@code out[start..end)}, which ends in an apostrophe, is a word of its own; {@code
   * in[at..]} follows. "d'accord" stays whole, and so do "aujourd'hui" and "quelqu'un", whose
   * beginnings are no elisions.
   */
  static boolean endsHere(char[] out, int start, int end, char[] in, int at, int length) {
    if (end - start == 2) {
      return SINGLE.indexOf(out[start]) >= 0
          && !(out[start] == 'd' && Links.startsWith("accord", in, at, length));
    }
    for (String form : LONGER) {
      if (form.length() == end - start && Links.startsWith(form, out, start, end)) {
        return true;
      }
    }
    return false;
  }
}
