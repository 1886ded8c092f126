package org.credence.archive.field;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HTML as text. Blocks become lines; character references are decoded once; a link keeps its
 * address behind its label, unless the label says it or names a person or a tag.
 */
public final class Html {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "br",
          "div",
          "li",
          "ul",
          "ol",
          "tr",
          "table",
          "blockquote",
          "pre",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "article",
          "section",
          "aside",
          "hr");

  private static final Set<String> HIDDEN = Set.of("script", "style");

  private final String html;
  private final boolean links;
  private final StringBuilder out = new StringBuilder();
  private @Nullable String address;
  private int label;

  private Html(String html, boolean links) {
    this.html = html;
    this.links = links;
  }

  /** The text with the addresses of its links. */
  public static String text(String html) {
    return html.indexOf('<') < 0 ? Entities.decode(html).strip() : new Html(html, true).read();
  }

  /** The text alone. */
  public static String label(String html) {
    return html.indexOf('<') < 0 ? Entities.decode(html).strip() : new Html(html, false).read();
  }

  private String read() {
    int at = 0;
    while (at < html.length()) {
      int open = html.indexOf('<', at);
      int close = open < 0 ? -1 : html.indexOf('>', open);
      if (close < 0) {
        open = html.length();
      }
      out.append(Entities.decode(html.substring(at, open)));
      if (open == html.length()) {
        break;
      }
      at = isTag(open) ? tag(open, close) : text(open);
    }
    return out.toString()
        .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  /** A lesser-than sign that opens nothing is one. */
  private boolean isTag(int open) {
    char next = html.charAt(open + 1);
    return Character.isLetter(next) || next == '/' || next == '!';
  }

  private int text(int open) {
    out.append('<');
    return open + 1;
  }

  /** Handles the tag between these; gives the index behind it. */
  private int tag(int open, int close) {
    if (html.startsWith("<!--", open)) {
      int end = html.indexOf("-->", open);
      return end < 0 ? html.length() : end + 3;
    }
    boolean ends = html.charAt(open + 1) == '/';
    String inside = html.substring(open + (ends ? 2 : 1), close);
    String name = inside.split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
    if (HIDDEN.contains(name) && !ends) {
      int end = html.toLowerCase(Locale.ROOT).indexOf("</" + name, close);
      return end < 0 ? html.length() : end;
    }
    if (name.equals("a")) {
      link(ends ? null : attribute(inside, "href"));
    } else if (BLOCKS.contains(name)) {
      line(name.equals("p"));
    }
    return close + 1;
  }

  private void line(boolean paragraph) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    if (paragraph && out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
      out.append('\n');
    }
  }

  private void link(@Nullable String to) {
    String from = address;
    if (from != null && links && !isSaid(from, out.substring(label).strip())) {
      out.append(out.length() > label ? " (" + from + ")" : from);
    }
    address = to;
    label = out.length();
  }

  private static boolean isSaid(String address, String label) {
    boolean web = address.startsWith("http://") || address.startsWith("https://");
    return !web
        || label.startsWith("@")
        || label.startsWith("#")
        || label.equals(address)
        || address.endsWith("//" + label)
        || address.endsWith("//" + label + "/");
  }

  private static @Nullable String attribute(String tag, String name) {
    int at = tag.toLowerCase(Locale.ROOT).indexOf(name + "=");
    int start = at + name.length() + 1;
    if (at < 0 || start >= tag.length()) {
      return null;
    }
    char quote = tag.charAt(start);
    boolean quoted = quote == '"' || quote == '\'';
    int end = quoted ? tag.indexOf(quote, start + 1) : tag.indexOf(' ', start);
    String value = tag.substring(quoted ? start + 1 : start, end < 0 ? tag.length() : end);
    return Entities.decode(value);
  }
}
