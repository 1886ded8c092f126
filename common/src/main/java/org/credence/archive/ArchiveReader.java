package org.credence.archive;

import java.net.URI;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.util.SerializableConfiguration;
import org.credence.archive.record.Limits;
import scala.Option;

/** Reads archive files of any format. */
public final class ArchiveReader {

  private ArchiveReader() {}

  /**
   * The records of the files, as rows of {@link ArchiveRecords#TABLE}, in no order. A file that
   * can't be read ends with a row that says why, and never ends the job.
   *
   * @param archive that the keys of the files are below
   * @param formats that sources may name
   * @param limits of what is read of one file
   * @throws org.credence.settings.Refusal when a source names a format that there is not
   */
  public static Dataset<Row> read(
      SparkSession spark,
      URI archive,
      List<SourceFile> files,
      Formats formats,
      Limits limits,
      AuthorKey key) {
    files.forEach(file -> formats.require(file.source()));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    ArchiveTable table =
        new ArchiveTable(
            files,
            ArchivePartition.of(files, context.defaultParallelism()),
            new ArchiveReaderFactory(archive, key, formats, limits, hadoop));
    // Spark has no public door for a table without a catalog, and options must not carry the key.
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation.create(table, Option.empty(), Option.empty()));
  }
}
