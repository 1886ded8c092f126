package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class ReplabFormatTest {

  private static final Source SOURCE = Sample.source("replab", "twitter");

  private static final String RECORDS =
      """
      {"split":"x","entity_id":"E1","entity":"\\"Valdora\\"","tweet_id":"71","author":"AnnaV","lang":"ES","timestamp":1339038668,"text":"Valdora --&gt; bien","likes":3,"retweets":1,"filtering":"RELATED","polarity":"POSITIVE","topic":"Secret topic","priority":"ALERT"}
      {"tweet_id":"72","author":"","lang":"EN","timestamp":"1339038669","text":"ok","likes":null,"polarity":null}
      {"tweet_id":"AnnaV","author":"ES","lang":"1339038668","timestamp":"Valdora","text":"3"}
      {"polarity":"POSITIVE"}
      """;

  @Test
  void takesWhatThePlatformSaid() {
    assertThat(
            Reading.text(
                SOURCE,
                "r.ndjson",
                RECORDS.getBytes(UTF_8),
                "reason",
                "post_id",
                "author_key",
                "text",
                "language",
                "posted_at",
                "likes",
                "shares"))
        .isEqualTo(
            """
            reason | post_id | author_key | text | language | posted_at | likes | shares
            - | 71 | handle:annav | Valdora --> bien | es | 2012-06-07T03:11:08Z | 3 | 1
            - | 72 | - | ok | en | 2012-06-07T03:11:09Z | - | -
            unreadable_id | - | - | - | - | - | - | -
            unknown_shape | - | - | - | - | - | - | -
            """);
  }

  @Test
  void humanLabelsStayInTheArchive() {
    String[] all = ArchiveRecords.TABLE.schema().fieldNames();
    String posts =
        Reading.text(
            SOURCE, "r.ndjson", RECORDS.lines().findFirst().orElseThrow().getBytes(UTF_8), all);
    assertThat(posts).doesNotContain("RELATED", "POSITIVE", "Secret", "ALERT", "E1");
  }
}
