package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.jobs.ingest.IdRanges.Range;
import org.credence.testing.SparkTest;
import org.junit.jupiter.api.Test;

@SparkTest
class IdRangesTest {

  private static final Range LEAST = new Range(Long.MIN_VALUE, Long.MIN_VALUE);
  private static final Range GREATEST = new Range(Long.MAX_VALUE, Long.MAX_VALUE);

  private final SparkSession spark;

  IdRangesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void leaveOutWhatLiesBetweenFewIds() {
    assertThat(of(-7, 500, 500, 31, 30).ranges())
        .containsExactly(
            LEAST,
            new Range(-7, -7),
            new Range(30, 30),
            new Range(31, 31),
            new Range(500, 500),
            GREATEST);
    assertThat(of().ranges()).containsExactly(LEAST, GREATEST);
    assertThat(of(Long.MAX_VALUE, Long.MIN_VALUE).ranges()).contains(LEAST, GREATEST);
  }

  /** A night's new posts are one range, whatever their number; its old ones are points. */
  @Test
  void keepTheWidestStretchesOutWhenIdsAreMany() {
    long[] ids =
        LongStream.concat(
                LongStream.rangeClosed(0, 49).map(old -> old * 1_000),
                LongStream.rangeClosed(1_000_000, 1_000_999))
            .toArray();

    List<Range> ranges = of(ids).ranges();

    assertThat(ranges).hasSize(IdRanges.MOST + 1);
    assertThat(ranges.subList(0, 4))
        .containsExactly(LEAST, new Range(0, 0), new Range(1_000, 1_000), new Range(2_000, 2_000));
    assertThat(ranges.get(50)).isEqualTo(new Range(49_000, 49_000));
    assertThat(ranges.get(51).first()).isEqualTo(1_000_000);
    assertThat(ranges.get(IdRanges.MOST - 1).last()).isEqualTo(1_000_999);
  }

  @Test
  void areAConditionThatSparkReads() {
    IdRanges ranges = of(-7, 500);

    assertThat(ranges.condition("t.id"))
        .isEqualTo(
            "(t.id = -9223372036854775808L OR t.id = -7L OR t.id = 500L"
                + " OR t.id = 9223372036854775807L)");
    assertThat(
            spark
                .range(-10, 600)
                .as("t")
                .filter(ranges.condition("t.id"))
                .as(Encoders.LONG())
                .collectAsList())
        .containsExactly(-7L, 500L);
  }

  private IdRanges of(long... ids) {
    List<Row> stretches =
        IdRanges.stretches(
                spark
                    .createDataset(LongStream.of(ids).boxed().toList(), Encoders.LONG())
                    .toDF("id_order"))
            .collectAsList();
    return IdRanges.between(stretches);
  }
}
