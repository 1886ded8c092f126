package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.jobs.nightly.RunFailure;
import org.credence.lake.Fence;
import org.credence.lake.Lake;
import org.credence.lake.LakeSession;
import org.credence.lake.Parts;
import org.credence.settings.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that break an audit are not published, nor is anything else of their night. */
class FailedAuditIT {

  @Test
  void aFailedAuditPublishesNothing(@TempDir Path folder) throws IOException {
    TestNight night = TestNight.golden(folder);
    String edition = night.run("2026-02-28", false).edition().orElseThrow();
    List<String> published = cubes(folder);
    miscount(night);

    assertThatThrownBy(() -> night.run("2026-03-02", false))
        .isInstanceOfSatisfying(
            RunFailure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.AUDIT_FAILED);
              assertThat(failure.exitCode().code()).isEqualTo(5);
              assertThat(failure.refusal().orElseThrow().getMessage())
                  .contains("Nothing was published", "posts-add-up", "cells of conversation");
            });

    assertThat(Files.readString(folder.resolve("work/cubes/LATEST")).strip()).isEqualTo(edition);
    assertThat(cubes(folder)).isEqualTo(published);
    assertThat(folder.resolve("work/reports/2026-03-02")).doesNotExist();
  }

  /** Parts that no longer add up, as after a bug: a post more than originals and reposts. */
  private static void miscount(TestNight night) throws IOException {
    try (SparkSession spark =
        LakeSession.open(night.settings(), "a miscount", Optional.of("local[2]"))) {
      Lake lake = new Lake(spark, Fence.OPEN);
      Dataset<Row> parts =
          lake.read(Parts.TABLE).withColumn(Parts.POSTS.column(), Parts.POSTS.col().plus(1));
      lake.replaceAll(Parts.TABLE, parts, Map.of());
    }
  }

  private static List<String> cubes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("work/cubes"))) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
