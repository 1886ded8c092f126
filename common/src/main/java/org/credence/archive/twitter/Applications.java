package org.credence.archive.twitter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.credence.archive.field.Entities;
import org.jspecify.annotations.Nullable;

/** Names of applications without their links; few names make up nearly all tweets. */
final class Applications {

  private static final int REMEMBERED = 1000;

  private final Map<String, String> names =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** {@code <a href="...">Twitter for iPhone</a>} to {@code Twitter for iPhone}; else null. */
  @Nullable String name(@Nullable String source) {
    if (source == null) {
      return null;
    }
    String name = names.computeIfAbsent(source, Applications::bare);
    return name.isEmpty() ? null : name;
  }

  private static String bare(String source) {
    int close = source.lastIndexOf("</a>");
    int open = close < 0 ? -1 : source.lastIndexOf('>', close - 1);
    String name = open < 0 ? source : source.substring(open + 1, close);
    return Entities.decode(name).strip();
  }
}
