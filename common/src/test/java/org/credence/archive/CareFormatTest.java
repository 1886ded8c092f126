package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class CareFormatTest {

  private static final Source SOURCE = Sample.source("care-csv", "twitter");

  private static String read(String... columns) {
    return Reading.text(SOURCE, "twcs.csv", Reading.resource("care.csv"), columns);
  }

  @Test
  void judgesEveryRow() {
    assertThat(read("line", "verdict", "reason", "post_id", "kind", "parent_id", "text", "damaged"))
        .isEqualTo(
            """
            line | verdict | reason | post_id | kind | parent_id | text | damaged
            1 | post | - | 501 | post | - | @ValdoraCare my phone says "no" & dies\\nwhy? | false
            2 | post | - | 502 | reply | 501 | @115001 Please send a \\ | false
            3 | post | - | 503 | post | - | It\u00e2\u20ac\u2122s on us | true
            4 | rejected | torn_row | - | - | - | - | -
            5 | rejected | torn_row | - | - | - | - | -
            6 | rejected | unreadable_id | - | - | - | - | -
            7 | rejected | missing_time | - | - | - | - | -
            8 | post | - | 506 | reply | 501 | caf\uFFFD with a lone \r in it | true
            9 | rejected | unclosed_quote | - | - | - | - | -
            10 | post | - | 508 | reply | 507 | last | false
            """);
  }

  @Test
  void tellsCustomersFromTheCompany() {
    assertThat(read("post_id", "author_key", "handle_key", "role", "posted_at").lines().limit(3))
        .containsExactly(
            "post_id | author_key | handle_key | role | posted_at",
            "501 | id:care:115001 | - | - | 2026-01-05T08:00:00Z",
            "502 | handle:valdoracare | handle:valdoracare | company | 2026-01-05T08:10:00Z");
  }

  @Test
  void keepsTheStartOfARejectedRow() {
    assertThat(read("line", "excerpt").lines())
        .contains(
            "4 | 3,14,504,115002,True,Mon Jan 05 08:12:00 +0000 2026,torn ",
            "9 | 7,18,507,115002,True,Mon Jan 05 08:15:00 +0000 2026,\"never closed,,");
  }

  @Test
  void refusesAFileOfOtherColumns() {
    byte[] other = "name,price\nphone,3\n".getBytes(UTF_8);
    assertThat(Reading.text(SOURCE, "x.csv", other, "line", "verdict", "reason"))
        .isEqualTo("line | verdict | reason\n1 | file_failure | unknown_header\n");
  }
}
