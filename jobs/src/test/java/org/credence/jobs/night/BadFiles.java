package org.credence.jobs.night;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** A drop of tweets with a file in every bad state. */
final class BadFiles {

  private static final String DAY = "Mon Mar 02 08:00:00 +0000 2026";

  private final Path drop;

  /**
   * @param drop of 2026-03-02
   */
  BadFiles(Path drop) {
    this.drop = drop;
  }

  /** Writes them; 5,000 tweets that are packed end early, for a link there is no file. */
  void write() throws IOException {
    Files.createDirectories(drop);
    byte[] many = tweets("1", 5_000, DAY);
    put("cut.json.gz", cut(gzip(many), 40));
    put("cut.json.bz2", cut(bzip2(many), 40));
    put("cut.json.zst", cut(Zstd.compress(many), 40));
    put("cut.json", cut(tweets("2", 3, DAY), 30));
    put("damaged.json.gz", "\u001f\u008b\b no gzip at all".getBytes(ISO_8859_1));
    put("page.json", "<!DOCTYPE html><html>Sign in</html>".getBytes(UTF_8));
    put(
        "dates.json",
        tweets("3", 1, "Thu Jan 01 00:00:00 +0000 1970"),
        tweets("4", 1, "Thu Jan 01 00:00:00 +0000 2099"),
        tweets("5", 1, DAY));
    byte[] long100 = new byte[100 << 20];
    Arrays.fill(long100, (byte) 'x');
    put("long.json", tweets("6", 1, DAY), long100, "\n".getBytes(UTF_8), tweets("7", 1, DAY));
    Files.createSymbolicLink(drop.resolve("away.json"), drop.resolveSibling("elsewhere.json"));
  }

  /** Puts the file there that the link names. */
  void bringBack() throws IOException {
    Files.write(drop.resolveSibling("elsewhere.json"), tweets("8", 4, DAY));
  }

  private void put(String name, byte[]... parts) throws IOException {
    try (OutputStream out = Files.newOutputStream(drop.resolve(name))) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
  }

  private static byte[] tweets(String series, int count, String time) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"created_at\":\"%s\",\"id_str\":\"%s%06d\",\"text\":\"%s\",\"user\":{\"id_str\":\"%d\"}}\n"
                    .formatted(time, series, i, Long.toString(i * 7919L * 104729L, 36), i))
        .collect(joining())
        .getBytes(UTF_8);
  }

  private static byte[] cut(byte[] whole, int bytes) {
    return Arrays.copyOf(whole, whole.length - bytes);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] bzip2(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
