package org.credence.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The emoticons that begin with a sign, as {@code emoticons.tsv} lists them. */
final class Emoticons {

  private static final char[][][] BY_FIRST = new char[128][][];

  static {
    List<List<char[]>> lists = new ArrayList<>();
    for (int c = 0; c < BY_FIRST.length; c++) {
      lists.add(new ArrayList<>());
    }
    for (String[] row : Resource.rows("emoticons.tsv", 2)) {
      lists.get(row[0].charAt(0)).add(row[0].toCharArray());
    }
    for (int c = 0; c < BY_FIRST.length; c++) {
      List<char[]> forms = lists.get(c);
      forms.sort(Comparator.comparingInt((char[] form) -> -form.length));
      BY_FIRST[c] = forms.toArray(char[][]::new);
    }
  }

  private Emoticons() {}

  /** Length of the longest emoticon that starts at {@code at}, 0 if none does. */
  static int lengthAt(char[] text, int at, int length) {
    char first = text[at];
    if (first >= BY_FIRST.length) {
      return 0;
    }
    for (char[] form : BY_FIRST[first]) {
      if (matches(form, text, at, length)) {
        return form.length;
      }
    }
    return 0;
  }

  private static boolean matches(char[] form, char[] text, int at, int length) {
    int end = at + form.length;
    if (end > length) {
      return false;
    }
    for (int i = 1; i < form.length; i++) {
      if (CharClass.folded(text[at + i]) != form[i]) {
        return false;
      }
    }
    return end == length || standsAlone(form[form.length - 1], text[end]);
  }

  /** ":d" is no emoticon in "note:done", ":/" none in "ftp://". */
  private static boolean standsAlone(char last, char next) {
    return CharClass.isWord(last) ? !CharClass.isWord(next) : last != '/' || next != '/';
  }
}
