package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(redaction.redacted("facebook", "@some.body")).isEqualTo("@some.body");
  }
}
