package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Lake;
import org.credence.lake.Posts;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class AcceptedAnswersTest {

  private final TestArchive archive;

  AcceptedAnswersTest(SparkSession spark, @TempDir Path folder) {
    this.archive = new TestArchive(spark, folder);
  }

  @Test
  void answersSayThatTheirQuestionAcceptsThemInWhicheverOrder() {
    archive.put(
        "2026-01-01/a",
        """
        verdict | line | ordinal | post_id | answer_id | accepted | text | posted_at            | fetched_at
        post    | 1    | 0       | a1      | -         | -        | One  | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        post    | 2    | 0       | q       | a1        | -        | Why? | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        post    | 3    | 0       | p       | a2        | -        | How? | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        post    | 4    | 0       | a2      | -         | -        | Two  | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        post    | 5    | 0       | a3      | -         | false    | No   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        """);
    archive.put(
        "2026-01-01/b",
        """
        verdict | line | ordinal | post_id | answer_id | text | posted_at            | fetched_at
        post    | 1    | 0       | r       | a1        | Too  | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        """);
    Lake lake = archive.lake("answers");

    IngestResult night = archive.night(lake, "2026-01-01");

    assertThat(TextTable.show(lake.read(Posts.TABLE), "post_id", "accepted", "answer_id"))
        .isEqualTo(
            """
            post_id | accepted | answer_id
            a1 | true | -
            a2 | true | -
            a3 | false | -
            p | - | a2
            q | - | a1
            r | - | a1
            """);
    assertThat(night.posts().added()).isEqualTo(6);
    assertThat(archive.force(lake, "2026-01-01").posts()).isEqualTo(PostChanges.NONE);
  }
}
