package org.credence.archive.field;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTML character references, decoded once: {@code &amp;lt;} becomes {@code &lt;}. */
public final class Entities {

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0");

  /** Characters of the longest reference that is decoded, such as {@code &#x10FFFF;}. */
  private static final int LONGEST = 10;

  private Entities() {}

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
