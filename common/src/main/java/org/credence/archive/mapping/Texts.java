package org.credence.archive.mapping;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.credence.archive.field.Numbers;
import org.credence.archive.field.Times;
import org.credence.archive.record.Draft;
import org.credence.settings.Digest;
import org.jspecify.annotations.Nullable;

/** What {@link Function}s do with texts. */
final class Texts {

  private static final int DIGITS = 32;

  /** Milliseconds since 1970 at which Twitter's ids began to hold their time. */
  private static final long SNOWFLAKES = 1_288_834_974_657L;

  private static final int SNOWFLAKE_BITS = 22;

  private static final Pattern HOST = Pattern.compile("https?://(?:www[.])?([^/:?#]+)");

  /** Reads a time in a zone. */
  @FunctionalInterface
  interface Clock {
    long read(@Nullable String text, ZoneId zone);
  }

  private Texts() {}

  static @Nullable String joined(List<@Nullable String> parts, String between, boolean whole) {
    if (whole && parts.contains(null)) {
      return null;
    }
    List<String> present = parts.stream().filter(Objects::nonNull).toList();
    return present.isEmpty() ? null : String.join(between, present);
  }

  /** A part is left out where the next one begins with it, as bodies repeat their titles. */
  static @Nullable String lines(List<@Nullable String> parts) {
    List<@Nullable String> once = new ArrayList<>();
    for (String part : parts) {
      String stripped = part == null || part.isBlank() ? null : part.strip();
      String before = once.isEmpty() ? null : once.get(once.size() - 1);
      if (stripped != null && before != null && repeats(stripped, before)) {
        once.remove(once.size() - 1);
      }
      if (stripped != null) {
        once.add(stripped);
      }
    }
    return joined(once, "\n", false);
  }

  private static boolean repeats(String body, String title) {
    boolean cut = title.endsWith("\u2026");
    return body.startsWith(cut ? title.substring(0, title.length() - 1).stripTrailing() : title);
  }

  static @Nullable String before(@Nullable String text, @Nullable String sign) {
    int at = text == null || sign == null ? -1 : text.indexOf(sign);
    return text == null || at < 0 ? null : text.substring(0, at);
  }

  static @Nullable String after(@Nullable String text, @Nullable String sign) {
    int at = text == null || sign == null ? -1 : text.indexOf(sign);
    return text == null || sign == null || at < 0 ? null : text.substring(at + sign.length());
  }

  static @Nullable String last(@Nullable String text, @Nullable String sign) {
    int at = text == null || sign == null ? -1 : text.lastIndexOf(sign);
    return text == null || sign == null || at < 0 ? text : text.substring(at + sign.length());
  }

  static @Nullable String host(String address) {
    Matcher found = HOST.matcher(address.strip());
    return found.lookingAt() ? found.group(1).toLowerCase(Locale.ROOT) : null;
  }

  static boolean starts(@Nullable String text, @Nullable String start) {
    return text != null && start != null && text.startsWith(start);
  }

  static @Nullable String chosen(List<@Nullable String> values) {
    String wanted = values.get(0);
    for (int i = 1; wanted != null && i + 1 < values.size(); i += 2) {
      if (wanted.equals(values.get(i))) {
        return values.get(i + 1);
      }
    }
    return null;
  }

  static @Nullable String sum(List<@Nullable String> counts) {
    List<Long> present = counts.stream().map(Numbers::count).filter(Objects::nonNull).toList();
    return present.isEmpty()
        ? null
        : String.valueOf(present.stream().mapToLong(Long::longValue).sum());
  }

  static String digest(List<@Nullable String> values) {
    return Digest.of(values.stream().map(String::valueOf).toArray()).substring(0, DIGITS);
  }

  /** As an instant; what can't be read stays as it is and will be refused. */
  static String time(String text, Clock clock, Function.Values in) {
    return instant(text, clock.read(text, in.zone()));
  }

  private static String instant(String text, long micros) {
    return Draft.isTime(micros) ? Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString() : text;
  }

  static @Nullable String day(String text, ZoneId zone) {
    long micros = Times.read(text, zone);
    return Draft.isTime(micros)
        ? Instant.EPOCH
            .plus(micros, ChronoUnit.MICROS)
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .toString()
        : null;
  }

  static @Nullable String snowflake(String id) {
    // Ids from before 2010 are plain numbers, which hold no time.
    return id.matches("[0-9]{14,18}|[0-8][0-9]{18}")
        ? Instant.ofEpochMilli((Long.parseLong(id) >> SNOWFLAKE_BITS) + SNOWFLAKES).toString()
        : null;
  }

  static @Nullable String found(@Nullable String regex, @Nullable String text) {
    return regex == null || text == null ? null : group(regex, text);
  }

  static @Nullable String group(String regex, String name) {
    Matcher found = Pattern.compile(regex).matcher(name);
    return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : null;
  }

  static String decodedAgain(String text) {
    boolean latin = text.chars().allMatch(c -> c < 0x100);
    try {
      return latin
          ? StandardCharsets.UTF_8
              .newDecoder()
              .decode(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
              .toString()
          : text;
    } catch (CharacterCodingException e) {
      return text;
    }
  }
}
