package org.credence.jobs.simulate;

/** Hashtags, addresses and mentions of a tweet with their positions in code points. */
final class Entities {

  private Entities() {}

  static String of(String text) {
    StringBuilder tags = new StringBuilder();
    StringBuilder urls = new StringBuilder();
    StringBuilder mentions = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c == '#' || c == '@') {
        while (end < text.length() && wordPart(text.charAt(end))) {
          end++;
        }
        if (end > i + 1) {
          add(c == '#' ? tags : mentions, c == '#' ? "text" : "screen_name", text, i, end, 1);
        }
      } else if (text.startsWith("https://", i)) {
        while (end < text.length() && text.charAt(end) > ' ') {
          end++;
        }
        add(urls, "url", text, i, end, 0);
      }
      i = end;
    }
    return "{\"hashtags\":["
        + tags
        + "],\"urls\":["
        + urls
        + "],\"user_mentions\":["
        + mentions
        + "],\"symbols\":[]}";
  }

  private static void add(
      StringBuilder list, String field, String text, int from, int end, int skip) {
    int start = text.codePointCount(0, from);
    int stop = start + text.codePointCount(from, end);
    String indices = "[" + start + "," + stop + "]";
    list.append(list.isEmpty() ? "" : ",")
        .append(
            Json.ascii()
                .text(field, text.substring(from + skip, end))
                .raw("indices", indices)
                .end());
  }

  private static boolean wordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
