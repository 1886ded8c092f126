package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

/** Does what the README's recipe for a source of one's own says. */
class RecipeTest {

  private static final int INDENT = 7;

  private static List<String> recipe() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    int start = readme.indexOf("### A source of your own");
    return readme.substring(start, readme.indexOf("\n## ", start)).lines().toList();
  }

  @Test
  void theRecipeReadsItsExample() throws IOException {
    List<String> lines = recipe();
    String ticket =
        lines.stream().filter(line -> line.startsWith("    {")).findFirst().orElseThrow();
    String mapping =
        lines.stream()
            .dropWhile(line -> !line.contains("framing: json"))
            .takeWhile(line -> !line.isBlank())
            .map(line -> line.substring(INDENT))
            .collect(joining("\n"));
    Formats formats = Formats.with(Map.of("helpdesk", mapping));
    Source source = Sample.source("helpdesk", "helpdesk");
    ByteArrayInputStream content = new ByteArrayInputStream((ticket + "\n").getBytes(UTF_8));
    assertThat(
            Reading.rows(
                Reading.open(formats, source, "tickets.json", content),
                "verdict",
                "post_id",
                "parent_id",
                "kind",
                "handle_key",
                "role",
                "text",
                "posted_at"))
        .containsExactly(
            List.of(
                "post",
                "7",
                "-",
                "case",
                "handle:ann",
                "-",
                "Broken\\nIt fell & broke",
                "2025-12-01T08:00:00Z"),
            List.of(
                "post",
                "7/answer",
                "7",
                "reply",
                "-",
                "company",
                "Sorry!",
                "2025-12-01T09:00:00Z"));
  }
}
