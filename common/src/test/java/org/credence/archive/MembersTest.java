package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.credence.archive.record.FileContext;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that come as one zip or tar. */
class MembersTest {

  private static final Source YELP = Sample.source("yelp", "yelp");

  private static final String REVIEW =
      "{\"review_id\":\"%s\",\"business_id\":\"b\",\"stars\":4,\"text\":\"good\",\"date\":\"2018-07-07\"}\n";

  private static Map<String, byte[]> export() throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("data/review.json", REVIEW.formatted("r1").getBytes(UTF_8));
    members.put("data/user.json", "{\"user_id\":\"u\",\"name\":\"Ann\"}\n".getBytes(UTF_8));
    members.put("data/empty.json", new byte[0]);
    members.put("data/page.html", "<html>log in</html>".getBytes(UTF_8));
    members.put("data/more.json.gz", gzip(REVIEW.formatted("r2").getBytes(UTF_8)));
    members.put("../../etc/passwd", REVIEW.formatted("r3").getBytes(UTF_8));
    members.put("/etc/passwd", REVIEW.formatted("r4").getBytes(UTF_8));
    members.put("last.json", REVIEW.formatted("r5").getBytes(UTF_8));
    return members;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        out.putNextEntry(new ZipEntry(member.getKey()));
        out.write(member.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey(), true);
        entry.setSize(member.getValue().length);
        out.putArchiveEntry(entry);
        out.write(member.getValue());
        out.closeArchiveEntry();
      }
      TarArchiveEntry link = new TarArchiveEntry("link.json", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static List<String> read(byte[] content) {
    return Reading.rows(YELP, "export", content, "line", "verdict", "reason", "post_id").stream()
        .map(row -> String.join(" ", row))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar", "tar.gz"})
  void readsTheMembersThatAreOfTheFormat(String how) throws IOException {
    byte[] packed =
        switch (how) {
          case "zip" -> zip(export());
          case "tar" -> tar(export());
          default -> gzip(tar(export()));
        };
    assertThat(read(packed).subList(0, 8))
        .containsExactly(
            "1 post - r1",
            "2 out_of_scope other_format -",
            "3 out_of_scope empty_file -",
            "4 out_of_scope html_page -",
            "5 post - r2",
            "6 rejected unsafe_name -",
            "7 rejected unsafe_name -",
            "8 post - r5");
    assertThat(read(packed)).hasSize(how.equals("zip") ? 8 : 9);
    if (!how.equals("zip")) {
      assertThat(read(packed).get(8)).isEqualTo("9 rejected unsafe_name -");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar"})
  void whatIsCutOffEndsTheFile(String how) throws IOException {
    byte[] whole = how.equals("zip") ? zip(export()) : tar(export());
    List<String> rows = read(Arrays.copyOf(whole, how.equals("zip") ? 200 : 700));
    assertThat(rows.get(rows.size() - 1)).contains("truncated_file");
  }

  @Test
  void anArchiveInAnArchiveIsNotOpened() throws IOException {
    assertThat(read(zip(Map.of("inner.zip", zip(export())))))
        .containsExactly("1 rejected unsupported_compression -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "zip"})
  void aBombIsRefused(String how) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = how.equals("gz") ? new GZIPOutputStream(bytes) : entry(bytes)) {
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) ' ');
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }
    assertThat(read(bytes.toByteArray())).containsExactly("1 file_failure too_large -");
  }

  private static OutputStream entry(OutputStream bytes) throws IOException {
    ZipOutputStream out = new ZipOutputStream(bytes);
    out.putNextEntry(new ZipEntry("bomb.json"));
    return out;
  }

  @Test
  void aFileLargerThanTheLimitIsRefused() {
    InputStream content =
        new ByteArrayInputStream(REVIEW.formatted("r1").repeat(99).getBytes(UTF_8));
    FileContext whole = Reading.context(YELP, "a.json");
    FileContext file =
        new FileContext(
            YELP,
            whole.drop(),
            whole.key(),
            whole.authors(),
            new org.credence.archive.record.Limits(1 << 16, 2000, 100));
    assertThat(
            Reading.rows(
                new FileRows(file, Reading.FORMATS.of(YELP), () -> content), "verdict", "reason"))
        .last()
        .isEqualTo(List.of("file_failure", "too_large"));
  }
}
