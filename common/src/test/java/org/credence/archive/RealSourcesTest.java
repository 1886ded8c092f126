package org.credence.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.Limits;
import org.credence.settings.CredenceSettings;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What platforms really delivered, where it is at hand, by the formats that mappings describe. */
class RealSourcesTest {

  /** The least share of records that must be posts, notices or out of scope, in percent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          twitter-v2           | twitter-v2                        | 99
          reddit               | reddit-api                        | 99
          reddit               | reddit-pushshift                  | 99
          reddit-csv           | reddit-top                        | 99
          stackexchange        | stackexchange                     | 99
          discourse            | discourse.tar.gz                  | 99
          hackernews-csv       | hackernews.tar.gz                 | 99
          yelp                 | yelp.tar.gz                       | 99
          amazon-reviews       | amazon.tar.gz                     | 99
          google-play          | app-reviews.tar.gz                | 99
          reviews-json         | fr-trustpilot-banks.tar.gz        | 99
          reviews-json         | fr-trustpilot-multi.tar.gz        | 99
          reviews-json         | fr-trustpilot-fintech.tar.gz      | 50
          facebook-graph       | facebook-instagram-graph.tar.gz   | 50
          instagram            | facebook-instagram-graph.tar.gz   | 50
          care-conversations   | customer-care                     | 99
          mastodon             | mastodon                          | 99
          bluesky              | bluesky.tar.gz                    | 99
          feeds                | rss-atom.tar.gz                   | 10
          youtube              | youtube-raw.tar.gz                | 90
          linkedin             | linkedin-raw.tar.gz               | 75
          flickr-xml           | flickr-raw.tar.gz                 | 30
          connections          | ibm-connections.tar.gz            | 98
          """)
  void everyRecordHasAVerdict(String format, String dataSet, int least) throws IOException {
    Source source = Sample.source(format, format);
    Map<String, Integer> verdicts = new TreeMap<>();
    for (Path file : files(shared().resolve(dataSet))) {
      count(source, file, verdicts);
    }
    System.out.println("TABLE " + format + " | " + dataSet + " | " + verdicts);
    int records = sum(verdicts, "");
    int fine = records - sum(verdicts, "rejected") - sum(verdicts, "file_failure");
    assertThat(fine * 100.0 / records).isGreaterThanOrEqualTo(least);
  }

  private static void count(Source source, Path file, Map<String, Integer> verdicts)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    List<List<String>> rows;
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      rows =
          Reading.rows(
              new FileRows(context(source, name), Reading.FORMATS.of(source), () -> in),
              "line",
              "ordinal",
              "verdict",
              "reason");
    }
    long line = 0;
    for (List<String> row : rows) {
      line += row.get(1).equals("0") ? 1 : 0;
      assertThat(row.get(0)).as(name).isEqualTo(String.valueOf(line));
      String kind = row.get(1).equals("0") ? "" : "further ";
      String reason = row.get(3).equals("-") ? "" : " " + row.get(3);
      verdicts.merge(kind + row.get(2) + reason, 1, Integer::sum);
    }
  }

  /** With the limits of the shipped configuration, in 2026. */
  private static FileContext context(Source source, String name) {
    FileContext small = Reading.context(source, name);
    Limits limits = Limits.of(new CredenceSettings.Reading(8, 200, 200));
    return new FileContext(source, LocalDate.of(2026, 8, 20), small.key(), small.authors(), limits);
  }

  private static int sum(Map<String, Integer> verdicts, String start) {
    return verdicts.entrySet().stream()
        .filter(e -> e.getKey().startsWith(start) && !e.getKey().startsWith("further"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static List<Path> files(Path dataSet) throws IOException {
    try (Stream<Path> found = Files.walk(dataSet)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path shared() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path archives = at.resolve("../shared/data/archives").normalize();
      if (Files.isDirectory(archives)) {
        return archives;
      }
      at = at.getParent();
    }
    return abort("skipped: there is no ../shared/data/archives beside the repository");
  }
}
