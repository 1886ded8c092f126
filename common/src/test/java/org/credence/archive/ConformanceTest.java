package org.credence.archive;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.credence.lake.Field;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

/** Which source delivers which canonical field, as far as its samples show. */
class ConformanceTest {

  /** Samples of the formats that are code. */
  private static final Map<String, List<String>> CODED =
      new TreeMap<>(
          Map.of(
              "twitter-v1", List.of("twitter-v1.json"),
              "care-csv", List.of("care.csv"),
              "facebook-page-csv", List.of("Valdora_facebook_statuses.csv"),
              "reviews-csv", List.of("reviews.csv")));

  private static final String HEAD =
      """
      # Which source delivers what

      Made by `ConformanceTest` from the samples of each source: a cross where a post has the field. Id, kind, text and time of
      publication are in every post.

      """;

  private static List<Field> fields() {
    List<String> always =
        List.of(
            "platform",
            "post_id",
            "kind",
            "text",
            "posted_at",
            "excerpt",
            "scrubbed_author",
            "scrubbed_post",
            "marks");
    return ArchiveRecords.TABLE.fields().stream()
        .filter(field -> SourceRows.isDelivered(field, "x"))
        .filter(field -> !always.contains(field.column()) && !field.column().equals("damaged"))
        .toList();
  }

  @Test
  void theTableIsTrue() throws IOException {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    CODED.forEach(
        (format, samples) ->
            samples.forEach(name -> rows.put(format, read(format, name, Reading.resource(name)))));
    for (String format : Formats.mapped()) {
      SourceFolder folder = SourceFolder.of(format);
      for (Path sample : folder.samples()) {
        String name = String.valueOf(sample.getFileName());
        rows.merge(format, read(format, name, folder.bytes(sample)), ConformanceTest::both);
      }
    }
    String table = HEAD + table(rows);
    Path seen = Path.of("target/sources/conformance.md");
    Files.createDirectories(seen.getParent());
    Files.writeString(seen, table);
    assertThat(Files.readString(SourceFolder.root().resolve("conformance.md")))
        .as("copy %s to src/main/resources/sources", seen)
        .isEqualTo(table);
  }

  private static List<List<String>> read(String format, String name, byte[] content) {
    Source source = SourcesTest.source(format);
    return SourceRows.read(source, name, content).stream()
        .filter(row -> SourceRows.value(row, ArchiveRecords.VERDICT).equals(ArchiveRecords.POST))
        .toList();
  }

  private static List<List<String>> both(List<List<String>> one, List<List<String>> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }

  private static String table(Map<String, List<List<String>>> rows) {
    Map<String, String> cells = new LinkedHashMap<>();
    rows.forEach(
        (format, all) ->
            cells.put(
                format,
                fields().stream()
                    .map(field -> all.stream().anyMatch(row -> has(row, field)) ? "x" : " ")
                    .collect(joining(" | ", "| " + format + " | ", " |"))));
    String names = fields().stream().map(Field::column).collect(joining(" | "));
    String line = "|---".repeat(fields().size() + 1) + "|";
    return "| source | " + names + " |\n" + line + "\n" + String.join("\n", cells.values()) + "\n";
  }

  private static boolean has(List<String> row, Field field) {
    return SourceRows.isDelivered(field, SourceRows.value(row, field));
  }
}
