package org.credence.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of a source: its samples give the rows that stand beside them. */
class SourcesTest {

  static Stream<String> formats() {
    return Formats.mapped().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void samplesGiveTheExpectedRows(String format) throws IOException {
    SourceFolder folder = SourceFolder.of(format);
    assertThat(folder.samples()).isNotEmpty();
    StringBuilder seen = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (Path sample : folder.samples()) {
      String name = String.valueOf(sample.getFileName());
      String rows = SourceRows.text(SourceRows.read(source(format), name, folder.bytes(sample)));
      // For whoever writes a new sample: look at them, and if they are right, keep them.
      Path copy = Path.of("target/sources", format, "expected", name + ".txt");
      Files.createDirectories(copy.resolveSibling("."));
      Files.writeString(copy, rows);
      seen.append(name).append('\n').append(rows);
      expected.append(name).append('\n').append(folder.text(folder.expected(sample)));
    }
    assertThat(seen.toString()).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void notesSayWhereTheShapeComesFrom(String format) {
    SourceFolder folder = SourceFolder.of(format);
    assertThat(folder.text(folder.path().resolve("notes.md"))).startsWith("# ").contains("Shape");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anyTruncationAndAnyFlippedByteGivesRows(String format) {
    Random random = new Random(20260105);
    SourceFolder folder = SourceFolder.of(format);
    for (Path sample : folder.samples()) {
      String name = String.valueOf(sample.getFileName());
      byte[] bytes = folder.bytes(sample);
      for (int i = 0; i < 100; i++) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        BadFilesTest.assertAccounted(source(format), name, flipped);
        BadFilesTest.assertAccounted(source(format), name, cut);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          get-satisfaction  | {"error":"not found"}
          zendesk-community | {"error":"RecordNotFound","description":"Not found"}
          linkedin          | {"errorCode":0,"message":"Throttle limit is reached.","status":403,"timestamp":1375715512125}
          flickr-json       | {"stat":"fail","code":1,"message":"Photo not found"}
          flickr-xml        | <rsp stat="fail"><err code="1" msg="Photo not found"/></rsp>
          flickr-xml        | <html><body><p>Sign in</p></body></html>
          connections       | <feed><entry><id>1</id><title>A press feed</title></entry></feed>
          mattermost        | {"id":"api.context.session_expired","status_code":401}
          slack             | {"ok":false,"error":"invalid_auth"}
          """)
  void whatIsNoArchiveIsRefusedAsAFile(String format, String answer) {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    assertThat(Reading.rows(source(format), "answer", bytes, "verdict"))
        .containsExactly(List.of("file_failure"));
  }

  @Test
  void everyFolderIsAFormat() throws IOException {
    try (Stream<Path> folders = Files.list(SourceFolder.root())) {
      assertThat(folders.filter(Files::isDirectory).map(path -> String.valueOf(path.getFileName())))
          .containsExactlyInAnyOrderElementsOf(Formats.mapped());
    }
  }

  @Test
  void noRoleOfAnEmployeeIsKept() {
    SourceFolder folder = SourceFolder.of("get-satisfaction");
    byte[] replies = folder.bytes(folder.samples().get(0));
    Source outside = source("get-satisfaction");
    Source inside =
        new Source(
            outside.name(),
            outside.folder(),
            outside.format(),
            outside.platform(),
            Network.EMPLOYEES,
            outside.timeZone(),
            outside.language(),
            outside.expected());

    assertThat(Reading.rows(outside, "replies.json", replies, "role"))
        .contains(List.of("official"));
    assertThat(Reading.rows(inside, "replies.json", replies, "role", "platform"))
        .isNotEmpty()
        .allMatch(List.of("-", "employees-get-satisfaction")::equals);
  }

  static Source source(String format) {
    return Sample.source(format, format);
  }
}
