package org.credence.jobs.simulate;

/**
 * Writes one JSON object field by field, with the escapes that Twitter used: ASCII only, slashes
 * escaped.
 */
final class Json {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;
  private final boolean ascii;
  private boolean first = true;

  private Json(boolean ascii) {
    this.ascii = ascii;
    this.out = new StringBuilder(320).append('{');
  }

  /** As Twitter streams it. */
  static Json ascii() {
    return new Json(true);
  }

  /** As Python and Jackson write it when told to keep Unicode. */
  static Json unicode() {
    return new Json(false);
  }

  Json text(String name, String value) {
    key(name).append('"');
    escape(value);
    out.append('"');
    return this;
  }

  Json number(String name, long value) {
    key(name).append(value);
    return this;
  }

  Json bool(String name, boolean value) {
    key(name).append(value);
    return this;
  }

  Json nothing(String name) {
    key(name).append("null");
    return this;
  }

  /** A value that is JSON already. */
  Json raw(String name, String json) {
    key(name).append(json);
    return this;
  }

  /** Fields that are JSON already, with commas between them. */
  Json fields(String json) {
    out.append(first ? "" : ",").append(json);
    first = false;
    return this;
  }

  String end() {
    return out.append('}').toString();
  }

  private StringBuilder key(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    return out.append('"').append(name).append("\":");
  }

  private void escape(String value) {
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (plain(c)) {
        continue;
      }
      out.append(value, from, i);
      from = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '/' -> out.append("\\/");
        default -> unicode(c);
      }
    }
    out.append(value, from, value.length());
  }

  private boolean plain(char c) {
    return c >= 0x20 && c != '"' && c != '\\' && (!ascii || (c <= 0x7e && c != '/'));
  }

  private void unicode(char c) {
    out.append("\\u")
        .append(HEX.charAt(c >> 12))
        .append(HEX.charAt((c >> 8) & 15))
        .append(HEX.charAt((c >> 4) & 15))
        .append(HEX.charAt(c & 15));
  }
}
