package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class ReviewsFormatTest {

  private static final Source SOURCE = Sample.source("reviews-csv", "trustpilot");

  private static String read(String... columns) {
    return Reading.text(SOURCE, "avis.csv", Reading.resource("reviews.csv"), columns);
  }

  private static String read(byte[] csv, String... columns) {
    return Reading.text(SOURCE, "avis.csv", csv, columns);
  }

  @Test
  void aReviewAndItsReplyAreOneRecord() {
    assertThat(read("line", "ordinal", "verdict", "reason", "post_id", "kind", "parent_id"))
        .isEqualTo(
            """
            line | ordinal | verdict | reason | post_id | kind | parent_id
            1 | 0 | post | - | r1 | review | -
            1 | 1 | post | - | r1/reply | reply | r1
            2 | 0 | post | - | r2 | review | -
            2 | 1 | rejected | unreadable_time | - | - | -
            3 | 0 | rejected | unreadable_time | - | - | -
            4 | 0 | post | - | r4 | review | -
            """);
  }

  @Test
  void saysWhatWasWrittenByWhomAndWhen() {
    assertThat(read("post_id", "text", "language", "author_key", "role", "posted_at"))
        .isEqualTo(
            """
            post_id | text | language | author_key | role | posted_at
            r1 | Tr\u00e8s bien, livr\u00e9\\nen deux jours | fr | handle:\u00e9lise | - | 2026-01-03T20:48:35Z
            r1/reply | Merci ! | - | handle:www.valdora.example | company | 2026-01-04T08:00:00Z
            r2 | Broken\\nIt arrived broken | en | - | - | 2026-01-02T23:00:00Z
            - | - | - | - | - | -
            - | - | - | - | - | -
            r4 | Fine | en | handle:sam | - | 2026-01-03T05:05:00Z
            """);
  }

  @Test
  void ratesOnItsScale() {
    assertThat(read("post_id", "channel", "rating", "rating_share", "likes", "fetched_at"))
        .isEqualTo(
            """
            post_id | channel | rating | rating_share | likes | fetched_at
            r1 | www.valdora.example | 5.0 | 1.0 | 2 | 2026-01-05T22:00:38.119823Z
            r1/reply | www.valdora.example | - | - | - | 2026-01-05T22:00:38.119823Z
            r2 | www.valdora.example | 1.0 | 0.0 | 0 | 2026-01-05T00:00:00Z
            - | - | - | - | - | -
            - | - | - | - | - | -
            r4 | www.valdora.example | - | - | 0 | 2026-01-05T00:00:00Z
            """);
  }

  @Test
  void findsItsWayByOtherColumnNames() {
    String glued =
        """
        ,Company,Customer,Language,Title,Date_review,Reply,Date_reply,Rating,Experience
        0,Valdora,Sam,FR,Good,"Jan 3, 2026",Thanks,"Jan 4, 2026",4,"GoodQuick.Date of experience: January 02, 2026"
        """;
    assertThat(
            read(
                glued.getBytes(UTF_8),
                "kind",
                "channel",
                "text",
                "language",
                "rating_share",
                "posted_at"))
        .isEqualTo(
            """
            kind | channel | text | language | rating_share | posted_at
            review | valdora | Good\\nQuick. | - | 0.75 | 2026-01-02T23:00:00Z
            reply | valdora | Thanks | - | - | 2026-01-03T23:00:00Z
            """);
  }

  @Test
  void whatWasChangedStandsOnTheDayOfItsLastChange() {
    String changed =
        """
        Company,Customer,Title,Date_review,Reply,Date_reply,Rating,Text
        Valdora,Sam,Good,"Updated Jan 3, 2026",Thanks,"Updated Jan 4, 2026",4,Quick
        Valdora,Max,Good,Updated 2 days ago,,,4,Quick
        """;
    assertThat(read(changed.getBytes(UTF_8), "kind", "reason", "posted_at", "edited_at"))
        .isEqualTo(
            """
            kind | reason | posted_at | edited_at
            review | - | 2026-01-02T23:00:00Z | 2026-01-02T23:00:00Z
            reply | - | 2026-01-03T23:00:00Z | 2026-01-03T23:00:00Z
            - | unreadable_time | - | -
            """);
  }

  @Test
  void jsonIsNotTakenForCsv() {
    String expected = "verdict | reason\nfile_failure | json_document\n";
    for (String json : List.of("[\n{\"rating\": 5,\n", "{\"text\":\"a\",\"rating\":5}\n", "[")) {
      assertThat(read(json.getBytes(UTF_8), "verdict", "reason")).isEqualTo(expected);
    }
  }

  @Test
  void aReviewWithoutAnIdGetsTheSameOneEverywhere() {
    String header = "Company,Author,Content,Rating,Date\n";
    String review = "Valdora,Sam,Good,4,2026-01-03\n";
    String other = "Valdora,Max,Good,4,2026-01-03\n";
    List<List<String>> ids =
        Reading.rows(
            SOURCE, "a.csv", (header + review + other + review).getBytes(UTF_8), "post_id");
    assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
    assertThat(ids.get(0).get(0)).matches("[0-9a-f]{32}");
  }

  @Test
  void aListOfCompaniesHoldsNoReviews() {
    byte[] companies = "company_key,name,stars\na,A,4\n".getBytes(UTF_8);
    assertThat(read(companies, "verdict", "reason"))
        .isEqualTo("verdict | reason\nfile_failure | unknown_header\n");
  }
}
