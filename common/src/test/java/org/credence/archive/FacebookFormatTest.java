package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class FacebookFormatTest {

  private static final Source SOURCE = Sample.source("facebook-page-csv", "facebook");
  private static final String FILE = "Valdora_facebook_statuses.csv";

  @Test
  void aPagePostsUnderItsOwnName() {
    assertThat(
            Reading.text(
                SOURCE,
                FILE,
                Reading.resource(FILE),
                "line",
                "reason",
                "post_id",
                "kind",
                "channel",
                "author_key",
                "handle_key",
                "text",
                "posted_at"))
        .isEqualTo(
            """
            line | reason | post_id | kind | channel | author_key | handle_key | text | posted_at
            1 | - | 55_1 | post | valdora | id:55 | handle:valdora | New shop, new hours | 2026-01-05T08:30:00Z
            2 | - | 55_2 | post | valdora | id:55 | handle:valdora | The link says it | 2026-01-05T08:31:00Z
            3 | - | 55_3 | post | valdora | id:55 | handle:valdora |  | 2026-01-05T08:32:00Z
            4 | unreadable_time | - | - | - | - | - | - | -
            5 | unreadable_id | - | - | - | - | - | - | -
            6 | missing_id | - | - | - | - | - | - | -
            """);
  }

  @Test
  void countsWhatPeopleDid() {
    assertThat(
            Reading.text(
                    SOURCE,
                    FILE,
                    Reading.resource(FILE),
                    "likes",
                    "reactions",
                    "reaction_kinds",
                    "shares",
                    "comments")
                .lines()
                .limit(3))
        .containsExactly(
            "likes | reactions | reaction_kinds | shares | comments",
            "7 | 10 | {angry=0, haha=0, love=3, sad=0, wow=0} | 1 | 2",
            "4 | 4 | {angry=0, haha=0, love=0, sad=0, wow=0} | - | 0");
  }

  @Test
  void commentsHangOnPostsOrComments() {
    String comments =
        """
        comment_id,status_id,parent_id,comment_message,comment_author,comment_published,num_reactions,num_likes
        1_7,55_1,,Great,Ann Example,2026-01-05 10:00:00,2,2
        1_8,55_1,1_7,Indeed,undiscoverable,2026-01-05 10:01:00,0,0
        """;
    assertThat(
            Reading.text(
                SOURCE,
                "export.csv",
                comments.getBytes(UTF_8),
                "post_id",
                "kind",
                "channel",
                "parent_id",
                "thread_id",
                "author_key",
                "text"))
        .isEqualTo(
            """
            post_id | kind | channel | parent_id | thread_id | author_key | text
            1_7 | comment | 55 | 55_1 | 55_1 | handle:ann example | Great
            1_8 | comment | 55 | 1_7 | 55_1 | - | Indeed
            """);
  }
}
