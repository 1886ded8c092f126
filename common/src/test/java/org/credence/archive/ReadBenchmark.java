package org.credence.archive;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Raw megabytes per CPU second, beside Spark's own JSON reader with an explicit schema, in one run
 * of {@code local[1]}. By hand: {@code ReadBenchmark FOLDER [ROUNDS]} with a folder that holds
 * {@code twitter/YYYY-MM-DD/*.json.gz}. CPU seconds are those of the whole process.
 */
public final class ReadBenchmark {

  private static final String SCHEMA =
      "id_str string, created_at string, text string, source string, lang string,"
          + " in_reply_to_status_id_str string, quoted_status_id_str string,"
          + " user struct<id_str: string, screen_name: string, followers_count: bigint,"
          + " verified: boolean>, extended_tweet struct<full_text: string>,"
          + " retweeted_status struct<id_str: string, text: string,"
          + " user: struct<screen_name: string>, extended_tweet: struct<full_text: string>>,"
          + " favorite_count bigint, retweet_count bigint, reply_count bigint,"
          + " delete struct<status: struct<id_str: string>>, _corrupt_record string";

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ReadBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    List<SourceFile> files = files(folder);
    double megabytes = rawBytes(folder, files) / 1e6;
    System.out.printf("%d files, %.0f MB raw%n", files.size(), megabytes);
    Map<String, Runnable> runs = new LinkedHashMap<>();
    runs.put("archive reader -> nowhere", () -> nowhere(ours(spark, folder, files)));
    runs.put("read.json(schema) -> nowhere", () -> nowhere(theirs(spark, folder)));
    runs.put("archive reader -> zstd Parquet", () -> parquet(ours(spark, folder, files), folder));
    runs.put("read.json(schema) -> zstd Parquet", () -> parquet(theirs(spark, folder), folder));
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<String, Runnable> run : runs.entrySet()) {
        long cpu = SYSTEM.getProcessCpuTime();
        run.getValue().run();
        double seconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
            "round %d  %-34s %6.1f CPU s  %6.1f MB/s%n",
            round, run.getKey(), seconds, megabytes / seconds);
      }
    }
    spark.stop();
  }

  private static Dataset<Row> ours(SparkSession spark, Path folder, List<SourceFile> files) {
    return ArchiveReader.read(
        spark, folder.toUri(), files, Formats.shipped(), Reading.LIMITS, Sample.KEY);
  }

  private static Dataset<Row> theirs(SparkSession spark, Path folder) {
    return spark
        .read()
        .schema(SCHEMA)
        .option("recursiveFileLookup", true)
        .json(folder.resolve("twitter").toString())
        .selectExpr(
            "id_str",
            "created_at",
            "coalesce(extended_tweet.full_text, text) text",
            "source",
            "lang",
            "in_reply_to_status_id_str",
            "coalesce(retweeted_status.id_str, quoted_status_id_str) original_id",
            "user.id_str author",
            "user.screen_name",
            "user.followers_count",
            "user.verified",
            "favorite_count",
            "retweet_count",
            "reply_count",
            "delete.status.id_str deleted",
            "_corrupt_record");
  }

  private static void nowhere(Dataset<Row> rows) {
    rows.write().format("noop").mode("overwrite").save();
  }

  private static void parquet(Dataset<Row> rows, Path folder) {
    rows.write().mode("overwrite").parquet(folder.resolve("benchmark.parquet").toString());
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder.resolve("twitter"))) {
      for (Path path : found.filter(Files::isRegularFile).sorted().toList()) {
        String key = folder.relativize(path).toString();
        LocalDate drop = LocalDate.parse(key.split("/")[1]);
        files.add(
            new SourceFile(Sample.source("twitter-v1", "twitter"), drop, key, Files.size(path)));
      }
    }
    return files;
  }

  private static long rawBytes(Path folder, List<SourceFile> files) throws IOException {
    long bytes = 0;
    for (SourceFile file : files) {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(folder.resolve(file.key())), 1 << 16)) {
        bytes += in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
    return bytes;
  }
}
