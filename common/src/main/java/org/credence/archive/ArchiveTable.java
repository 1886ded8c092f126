package org.credence.archive;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Files of the archive as a table of Spark; nothing of it is listed or read before a task runs. */
final class ArchiveTable implements SupportsRead {

  private final List<SourceFile> files;
  private final List<ArchivePartition> partitions;
  private final PartitionReaderFactory factory;

  ArchiveTable(
      List<SourceFile> files, List<ArchivePartition> partitions, PartitionReaderFactory factory) {
    this.files = List.copyOf(files);
    this.partitions = List.copyOf(partitions);
    this.factory = factory;
  }

  @Override
  public String name() {
    return "archive (" + files.size() + " files)";
  }

  @Override
  public Column[] columns() {
    return org.apache.spark.sql.connector.catalog.CatalogV2Util.structTypeToV2Columns(
        ArchiveRecords.TABLE.schema());
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return ArchiveScan::new;
  }

  private final class ArchiveScan implements Scan, Batch, SupportsReportStatistics {

    @Override
    public StructType readSchema() {
      return ArchiveRecords.TABLE.schema();
    }

    @Override
    public String description() {
      return name();
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return partitions.toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return factory;
    }

    @Override
    public Statistics estimateStatistics() {
      long bytes = files.stream().mapToLong(ArchivePartition::work).sum();
      return new Statistics() {
        @Override
        public OptionalLong sizeInBytes() {
          return OptionalLong.of(bytes);
        }

        @Override
        public OptionalLong numRows() {
          return OptionalLong.empty();
        }
      };
    }
  }
}
