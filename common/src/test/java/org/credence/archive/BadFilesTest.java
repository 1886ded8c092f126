package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in every bad state: rows and rejects come out, never an exception. */
class BadFilesTest {

  private static final Source TWITTER = Sample.source("twitter-v1", "twitter");

  private static final Map<String, Source> SAMPLES =
      new TreeMap<>(
          Map.of(
              "twitter-v1.json", TWITTER,
              "care.csv", Sample.source("care-csv", "twitter"),
              "Valdora_facebook_statuses.csv", Sample.source("facebook-page-csv", "facebook"),
              "reviews.csv", Sample.source("reviews-csv", "trustpilot")));

  private static byte[] tweets(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"created_at\":\"Mon Jan 05 08:00:00 +0000 2026\",\"id_str\":\"%d\",\"text\":\"%s\"}\n"
                    .formatted(i, Long.toString(i * 7919L * 104729L, 36)))
        .collect(joining())
        .getBytes(UTF_8);
  }

  private static byte[] packed(String how, byte[] content) throws IOException {
    if (how.equals("zst")) {
      return Zstd.compress(content);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        how.equals("gz") ? new GZIPOutputStream(bytes) : new BZip2CompressorOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static List<List<String>> read(byte[] content) {
    return Reading.rows(TWITTER, "a.json", content, "line", "verdict", "reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "zst"})
  void readsAllMembersWhateverTheName(String how) throws IOException {
    byte[] twice = joined(packed(how, tweets(300)), packed(how, tweets(200)));
    assertThat(read(twice)).hasSize(500).allMatch(row -> row.get(1).equals("post"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "zst"})
  void rowsBeforeTheEndOfATruncatedFileStand(String how) throws IOException {
    byte[] whole = packed(how, tweets(30_000));
    List<List<String>> rows = read(Arrays.copyOf(whole, whole.length - 20));
    List<String> last = rows.get(rows.size() - 1);
    assertThat(last.subList(1, 3)).containsExactly("file_failure", "truncated_file");
    assertThat(rows.size()).isGreaterThan(1000);
    assertThat(rows.subList(0, rows.size() - 1)).allMatch(row -> row.get(1).equals("post"));
  }

  @Test
  void aWrongChecksumIsAFailure() throws IOException {
    byte[] bytes = packed("gz", tweets(10));
    bytes[bytes.length - 6] ^= 1;
    assertThat(read(bytes))
        .hasSize(11)
        .contains(List.of("11", "file_failure", "corrupt_compression"));
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("empty", new byte[0]);
    files.put("empty gz", packed("gz", new byte[0]));
    files.put("error page", "\n<!DOCTYPE html><html><body>Sign in</body></html>".getBytes(UTF_8));
    files.put("packed page", packed("gz", "<html lang='en'>".getBytes(UTF_8)));
    files.put("xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 1, 2});
    files.put("zip", "PK\u0003\u0004rest".getBytes(UTF_8));
    files.put("binary", new byte[] {1, 2, 0, 4});
    StringBuilder found = new StringBuilder();
    files.forEach((name, bytes) -> found.append(name + ": " + read(bytes) + "\n"));
    assertThat(found.toString())
        .isEqualTo(
            """
            binary: [[1, file_failure, binary_file]]
            empty: [[1, file_failure, empty_file]]
            empty gz: [[1, file_failure, empty_file]]
            error page: [[1, file_failure, html_page]]
            packed page: [[1, file_failure, html_page]]
            xz: [[1, file_failure, unsupported_compression]]
            zip: [[1, file_failure, empty_file]]
            """);
  }

  @Test
  void storageThatFailsMidwayEndsTheFileOnly() {
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(tweets(2)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }
            });
    assertThat(Reading.rows(Reading.open(TWITTER, "a.json", failing), "verdict", "reason"))
        .containsExactly(
            List.of("post", "-"), List.of("post", "-"), List.of("file_failure", "storage_failure"));
  }

  @Test
  void aLineOfAHundredMegabytesIsSkippedWithoutBeingHeld() {
    long size = 100L << 20;
    InputStream content =
        new SequenceInputStream(
            new SequenceInputStream(new ByteArrayInputStream(tweets(1)), new Repeated('x', size)),
            new ByteArrayInputStream(joined("\n".getBytes(UTF_8), tweets(1))));
    long before = allocated();
    assertThat(Reading.rows(Reading.open(TWITTER, "a.json", content), "line", "verdict", "reason"))
        .containsExactly(
            List.of("1", "post", "-"),
            List.of("2", "rejected", "too_long"),
            List.of("3", "post", "-"));
    assertThat(allocated() - before).isLessThan(20L << 20);
  }

  @Test
  void aDocumentOnOneLineWithoutEndIsReadAsItComes() {
    byte[] start = "{\"statuses\":[".getBytes(UTF_8);
    String status = "{\"id\":\"%d\",\"created_at\":\"2026-01-05T08:00:00Z\",\"content\":\"a\"},";
    Enumeration<InputStream> endless =
        new Enumeration<>() {
          private int next;

          @Override
          public boolean hasMoreElements() {
            return true;
          }

          @Override
          public InputStream nextElement() {
            byte[] piece = next == 0 ? start : status.formatted(next).getBytes(UTF_8);
            next++;
            return new ByteArrayInputStream(piece);
          }
        };
    Source mastodon = Sample.source("mastodon", "mastodon");
    FileRows rows = Reading.open(mastodon, "a.json", new SequenceInputStream(endless));
    for (int i = 0; i < 20_000; i++) {
      assertThat(rows.next()).isNotNull();
    }
  }

  @Test
  void aValueOfAHundredMegabytesCostsItsRecordOnlyAndIsNotHeld() {
    String start =
        "[{\"id\":\"1\",\"created_at\":\"2026-01-05T08:00:00Z\",\"content\":\"a\"},"
            + "{\"id\":\"2\",\"created_at\":\"2026-01-05T08:00:00Z\",\"content\":\"";
    String end = "\"},{\"id\":\"3\",\"created_at\":\"2026-01-05T08:00:00Z\",\"content\":\"c\"}]";
    InputStream content =
        new SequenceInputStream(
            new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(UTF_8)), new Repeated('x', 100L << 20)),
            new ByteArrayInputStream(end.getBytes(UTF_8)));
    Source mastodon = Sample.source("mastodon", "mastodon");
    long before = allocated();
    assertThat(Reading.rows(Reading.open(mastodon, "a.json", content), "line", "reason", "post_id"))
        .containsExactly(
            List.of("1", "-", "1"), List.of("2", "too_long", "-"), List.of("3", "-", "3"));
    assertThat(allocated() - before).isLessThan(20L << 20);
  }

  @Test
  void aCellOfAHundredMegabytesIsSkippedWithoutBeingHeld() {
    String start = "tweet_id,author_id,created_at,text\n1,2,Mon Jan 05 08:00:00 +0000 2026,\"";
    String end = "\"\n3,2,Mon Jan 05 08:00:00 +0000 2026,ok\n";
    InputStream content =
        new SequenceInputStream(
            new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(UTF_8)), new Repeated('x', 100L << 20)),
            new ByteArrayInputStream(end.getBytes(UTF_8)));
    Source care = Sample.source("care-csv", "twitter");
    long before = allocated();
    assertThat(Reading.rows(Reading.open(care, "a.csv", content), "line", "reason", "post_id"))
        .containsExactly(List.of("1", "too_long", "-"), List.of("2", "-", "3"));
    assertThat(allocated() - before).isLessThan(20L << 20);
  }

  @Test
  void anyTruncationAndAnyFlippedByteGivesRows() throws IOException {
    Random random = new Random(20260105);
    for (Map.Entry<String, Source> sample : SAMPLES.entrySet()) {
      byte[] whole = Reading.resource(sample.getKey());
      for (String how : List.of("plain", "gz", "bz2", "zst")) {
        byte[] bytes = how.equals("plain") ? whole : packed(how, whole);
        for (int i = 0; i < 60; i++) {
          byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
          byte[] flipped = bytes.clone();
          flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          assertAccounted(sample.getValue(), sample.getKey(), cut);
          assertAccounted(sample.getValue(), sample.getKey(), flipped);
        }
      }
    }
  }

  /** Lines count from 1 without gaps; at most one failure, at the end. */
  static void assertAccounted(Source source, String name, byte[] bytes) {
    List<List<String>> rows = Reading.rows(source, name, bytes, "line", "ordinal", "verdict");
    long line = 0;
    for (List<String> row : rows) {
      line += row.get(1).equals("0") ? 1 : 0;
      assertThat(row.get(0)).isEqualTo(String.valueOf(line));
    }
    long failures = rows.stream().filter(row -> row.get(2).equals("file_failure")).count();
    assertThat(failures).isLessThanOrEqualTo(1);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /** The same byte so many times. */
  private static final class Repeated extends InputStream {
    private final byte value;
    private long left;

    Repeated(char value, long count) {
      this.value = (byte) value;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(bytes, offset, offset + count, value);
      left -= count;
      return count;
    }
  }
}
