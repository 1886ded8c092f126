package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.ArchiveRecords;
import org.credence.archive.AuthorKey;
import org.credence.lake.ErasedOnRequest;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

/** New posts of a batch after a key was added: who was erased before stays away. */
@SparkTest
class FormerNamesTest {

  private static final AuthorKey ONE = new AuthorKey("a key of the tests");
  private static final AuthorKey RING =
      new AuthorKey(List.of("a key of the tests"), "one that was added");

  @Test
  void postsAndRepostsOfWhomAFormerKeyErasedAreFound(SparkSession spark) {
    assertThat(
            TextTable.show(Requested.again(records(spark, RING), erased(spark), RING), "post_id"))
        .isEqualTo(
            """
            post_id
            author
            echo
            handle
            id
            repost_of_handle
            repost_of_id
            today
            """);
  }

  @Test
  void underOneKeyThereAreNoMarksAndOnlyThatKeyCounts(SparkSession spark) {
    AuthorKey added = new AuthorKey("one that was added");
    assertThat(
            TextTable.show(Requested.again(records(spark, added), erased(spark), added), "post_id"))
        .isEqualTo("post_id\n\n");
  }

  /**
   * The author 7 known as bob, and the posts id and gone, by the first key; the author 8 by both.
   */
  private static Dataset<Row> erased(SparkSession spark) {
    return TextTable.read(
        spark,
        ErasedOnRequest.TABLE,
        """
        platform | kind   | key | batch
        t        | author | %s  | 1
        t        | author | %s  | 1
        t        | post   | %s  | 1
        t        | post   | %s  | 1
        t        | author | %s  | 2
        """
            .formatted(
                RING.renewed(ErasedOnRequest.hidden(ONE.author("t", "7")), 1),
                RING.renewed(ErasedOnRequest.hidden(ONE.handle("t", "bob")), 1),
                RING.renewed(ErasedOnRequest.hidden(ONE.post("t", "id")), 1),
                RING.renewed(ErasedOnRequest.hidden(ONE.post("t", "gone")), 1),
                ErasedOnRequest.hidden(RING.author("t", "8"))));
  }

  private static Dataset<Row> records(SparkSession spark, AuthorKey key) {
    Column marks =
        when(ArchiveRecords.EXCERPT.col().equalTo("7"), literals(key.authorMarks("t", "7")))
            .when(
                ArchiveRecords.EXCERPT.col().equalTo("bob"), literals(key.handleMarks("t", "bob")))
            .when(ArchiveRecords.EXCERPT.col().equalTo("9"), literals(key.authorMarks("t", "9")));
    return TextTable.read(
            spark,
            ArchiveRecords.TABLE,
            """
            verdict | platform | post_id          | kind   | original_id | author_key | text         | excerpt
            post    | t        | author           | post   | -           | -          | hello        | 7
            post    | t        | handle           | post   | -           | -          | hello        | bob
            post    | t        | id               | post   | -           | -          | hello        | -
            post    | t        | repost_of_handle | repost | -           | -          | RT @Bob: hey | 9
            post    | t        | repost_of_id     | repost | gone        | -          | RT @x: hey   | 9
            post    | t        | echo             | repost | author      | -          | RT @x: hey   | 9
            post    | t        | quote            | quote  | gone        | -          | RT @Bob: no  | 9
            post    | t        | other            | post   | -           | -          | hello        | 9
            post    | u        | elsewhere        | post   | -           | -          | hello        | 7
            post    | t        | today            | post   | -           | %s         | hello        | -
            """
                .formatted(key.author("t", "8")))
        .withColumn("marks", key.size() > 1 ? marks : lit(null).cast("array<string>"));
  }

  private static Column literals(List<String> marks) {
    return array(marks.stream().map(mark -> lit(mark)).toArray(Column[]::new));
  }
}
