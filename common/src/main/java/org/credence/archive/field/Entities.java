package org.credence.archive.field;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTML character references, decoded once: {@code &amp;lt;} becomes {@code &lt;}. */
public final class Entities {

  /** Names of the characters from U+00A0 to U+00FF, in their order. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final Map<String, String> NAMED = names();

  /** Characters of the longest reference that is decoded, such as {@code &#x10FFFF;}. */
  private static final int LONGEST = 10;

  private Entities() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    names.putAll(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'"));
    names.putAll(Map.of("ndash", "\u2013", "mdash", "\u2014", "hellip", "\u2026"));
    names.putAll(Map.of("lsquo", "\u2018", "rsquo", "\u2019", "euro", "\u20AC"));
    names.putAll(Map.of("ldquo", "\u201C", "rdquo", "\u201D", "bull", "\u2022"));
    names.putAll(Map.of("OElig", "\u0152", "oelig", "\u0153", "trade", "\u2122"));
    char next = '\u00A0';
    for (String name : LATIN.split(" ")) {
      names.put(name, String.valueOf(next++));
    }
    return Map.copyOf(names);
  }

  public static String decode(String text) {
    int at = text.indexOf('&');
    return at < 0 ? text : decode(text, at);
  }

  private static String decode(String text, int first) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
    int i = first;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '&' ? text.indexOf(';', i) : -1;
      String decoded = end < 0 || end - i > LONGEST ? null : one(text.substring(i + 1, end));
      if (decoded == null) {
        out.append(c);
        i++;
      } else {
        out.append(decoded);
        i = end + 1;
      }
    }
    return out.toString();
  }

  private static @Nullable String one(String name) {
    return name.startsWith("#") ? numeric(name) : NAMED.get(name);
  }

  private static @Nullable String numeric(String name) {
    boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
    try {
      int point =
          hexadecimal
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      boolean character = point > 0 && Character.isValidCodePoint(point);
      return character && (point < 0xD800 || point > 0xDFFF) ? Character.toString(point) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
