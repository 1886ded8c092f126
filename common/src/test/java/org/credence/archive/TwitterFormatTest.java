package org.credence.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class TwitterFormatTest {

  private static final Source SOURCE = Sample.source("twitter-v1", "twitter");

  private static String read(String... columns) {
    return Reading.text(SOURCE, "a.json", Reading.resource("twitter-v1.json"), columns);
  }

  @Test
  void judgesEveryLine() {
    assertThat(read("line", "verdict", "reason", "post_id", "kind", "parent_id", "original_id"))
        .isEqualTo(
            """
            line | verdict | reason | post_id | kind | parent_id | original_id
            1 | post | - | 101 | post | - | -
            2 | post | - | 102 | repost | - | 101
            3 | post | - | 103 | quote | - | 101
            4 | post | - | 104 | reply | 101 | -
            5 | post | - | 105 | post | - | -
            6 | notice | delete | 99 | - | - | -
            7 | notice | scrub_geo | - | - | - | -
            8 | notice | limit | - | - | - | -
            9 | notice | withheld | - | - | - | -
            10 | notice | withheld | 97 | - | - | -
            11 | out_of_scope | withheld | - | - | - | -
            12 | rejected | broken_json | - | - | - | -
            13 | rejected | implausible_time | - | - | - | -
            14 | rejected | implausible_time | - | - | - | -
            15 | rejected | unreadable_time | - | - | - | -
            16 | rejected | missing_text | - | - | - | -
            17 | rejected | missing_id | - | - | - | -
            18 | post | - | 112 | post | - | -
            19 | rejected | unknown_shape | - | - | - | -
            20 | rejected | unknown_shape | - | - | - | -
            21 | rejected | broken_json | - | - | - | -
            """);
  }

  @Test
  void takesTheWholeTextDecodedOnce() {
    assertThat(read("text", "language", "application", "damaged", "posted_at").lines().limit(6))
        .containsExactly(
            "text | language | application | damaged | posted_at",
            "My new Valdora phone is fast & light <3 | en | Rock & Roll | false |"
                + " 2026-01-05T08:00:00Z",
            "RT @Anna_V: My new Valdora phone is fast & light <3 | en | web | false |"
                + " 2026-01-05T08:00:01Z",
            "Pareil | fr | - | false | 2026-01-05T08:00:02Z",
            "@Anna_V no | - | - | false | 2026-01-05T08:00:03Z",
            "Old times | id | - | false | 2011-09-28T02:40:00Z");
  }

  @Test
  void keepsPlacesThatTellNoAddress() {
    assertThat(
            read("line", "place", "country", "scrubbed_author", "scrubbed_post").lines().limit(8))
        .containsExactly(
            "line | place | country | scrubbed_author | scrubbed_post",
            "1 | Paris, France | FR | - | -",
            "2 | - | - | - | -",
            "3 | - | - | - | -",
            "4 | - | US | - | -",
            "5 | - | - | - | -",
            "6 | - | - | - | -",
            "7 | - | - | id:7 | 99");
  }

  @Test
  void countsOfARetweetAreTheOriginals() {
    assertThat(
            read("author_key", "handle_key", "followers", "verified", "likes", "shares", "comments")
                .lines()
                .limit(6))
        .containsExactly(
            "author_key | handle_key | followers | verified | likes | shares | comments",
            "id:7 | handle:anna_v | 12 | true | 4 | 3 | 2",
            "id:8 | handle:bob | 0 | false | 0 | - | -",
            "id:9 | handle:carl | - | - | - | - | -",
            "id:9 | handle:carl | - | - | - | - | 0",
            "id:10 | handle:dora | - | false | - | 100 | -");
  }

  @Test
  void composesCharactersAndReplacesHalves() {
    assertThat(read("post_id", "text", "author_key", "damaged").lines())
        .contains("112 | caf\u00e9 \ud83d\ude00 \uFFFD | - | true");
  }

  @Test
  void replacesBytesThatAreNoUtf8() {
    byte[] latin =
        "{\"created_at\":\"Mon Jan 05 08:00:00 +0000 2026\",\"id_str\":\"1\",\"text\":\"d\u00e9j\u00e0\"}"
            .getBytes(ISO_8859_1);
    assertThat(Reading.text(SOURCE, "a.json", latin, "verdict", "text", "damaged"))
        .isEqualTo("verdict | text | damaged\npost | d\uFFFDj\uFFFD | true\n");
  }

  @Test
  void noticesOfAccountsNameTheAuthor() {
    String lines =
        """
        {"user_delete":{"id":71,"id_str":"71","timestamp_ms":"1431110340000"}}
        {"user_undelete":{"id":71,"timestamp_ms":"1431110340001"}}
        {"user_suspend":{"id":72,"timestamp_ms":"1431110340000"}}
        {"user_withheld":{"id":73,"withheld_in_countries":["DE"]}}
        {"user_withheld":{"id":74,"withheld_in_countries":["XX"]}}
        {"delete":{"status":{"id":9,"id_str":"9","user_id":71,"user_id_str":"71"}}}
        """;

    assertThat(
            Reading.text(
                SOURCE, "a.json", lines.getBytes(UTF_8), "reason", "post_id", "author_key"))
        .isEqualTo(
            """
            reason | post_id | author_key
            account | - | id:71
            account_back | - | -
            account | - | id:72
            user_withheld | - | -
            user_withheld | - | id:74
            delete | 9 | -
            """);
  }
}
