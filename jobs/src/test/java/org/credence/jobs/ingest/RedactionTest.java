package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.lake.ErasedOnRequest;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class RedactionTest {

  private static final AuthorKey KEY = new AuthorKey("a key of the tests");

  @Test
  void takesErasedHandlesOutOfTextsAndNothingElse(SparkSession spark) {
    Dataset<Row> erased =
        TextTable.read(
            spark,
            ErasedOnRequest.TABLE,
            "platform | kind | key | batch\ntwitter | author | %s | 1\n"
                .formatted(KEY.handle("twitter", "Some.Body")));
    Redaction redaction =
        Redaction.of(
            erased.withColumn("key", ErasedOnRequest.hidden(ErasedOnRequest.KEY.col())), KEY);

    assertThat(redaction.redacted("twitter", "thanks @SOME.body, and @some.body."))
        .isEqualTo("thanks @erased, and @erased.");
    assertThat(redaction.redacted("twitter", "@some.body-else @somebody $1 \\ some.body"))
        .isEqualTo("@erased-else @somebody $1 \\ some.body");
    assertThat(redaction.ofRepost("twitter", "RT @some.body: hi @some.body, RT @some.body"))
        .as("whom it repeats is still seen")
        .isEqualTo("RT @some.body: hi @erased, RT @erased");
    assertThat(redaction.redacted("facebook", "@some.body")).isEqualTo("@some.body");
  }

  @Test
  void findsHandlesThatWereErasedBeforeAKeyWasAdded(SparkSession spark) {
    AuthorKey ring = new AuthorKey(List.of("a key of the tests"), "one that was added");
    String before = ErasedOnRequest.hidden(KEY.handle("twitter", "somebody"));
    Dataset<Row> erased =
        TextTable.read(
            spark,
            ErasedOnRequest.TABLE,
            "platform | kind | key | batch\ntwitter | author | %s | 1\n"
                .formatted(ring.renewed(before, 1)));

    assertThat(Redaction.of(erased, ring).redacted("twitter", "hi @SomeBody, hi @other"))
        .isEqualTo("hi @erased, hi @other");
  }
}
