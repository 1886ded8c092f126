package org.credence.text;

/** Where a web address begins. */
final class Links {

  private static final int SCHEME = "http".length();

  private Links() {}

  /** "http://", "https://", and the bare "http" that some collections leave of a link. */
  static boolean isSchemeAt(char[] text, int at, int length) {
    if (!startsWith("http", text, at, length)) {
      return false;
    }
    int after = at + SCHEME;
    if (after < length && (text[after] == 's' || text[after] == 'S')) {
      after++;
    }
    return after >= length || text[after] == ':' || !CharClass.isWord(text[after]);
  }

  static boolean startsWith(String prefix, char[] text, int at, int length) {
    if (at + prefix.length() > length) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (CharClass.folded(text[at + i]) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
