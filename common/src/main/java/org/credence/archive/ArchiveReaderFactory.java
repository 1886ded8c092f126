package org.credence.archive;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.Limits;

/** What travels to the tasks. It holds the author key, so it must never be printed. */
final class ArchiveReaderFactory implements PartitionReaderFactory {

  private static final long serialVersionUID = 1L;

  private final URI archive;
  private final AuthorKey key;
  private final Formats formats;
  private final Limits limits;
  private final Broadcast<SerializableConfiguration> hadoop;

  ArchiveReaderFactory(
      URI archive,
      AuthorKey key,
      Formats formats,
      Limits limits,
      Broadcast<SerializableConfiguration> hadoop) {
    this.archive = archive;
    this.key = key;
    this.formats = formats;
    this.limits = limits;
    this.hadoop = hadoop;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new ArchivePartitionReader((ArchivePartition) partition, this::rows);
  }

  private FileRows rows(SourceFile file) {
    FileContext context =
        new FileContext(
            file.source(),
            file.drop(),
            file.key(),
            new KeyedAuthors(key, file.source().platform()),
            limits);
    Path path = path(file.key());
    Configuration configuration = hadoop.value().value();
    return new FileRows(
        context, formats.of(file.source()), () -> fileSystem(path, configuration).open(path));
  }

  /** Checksum files, which Hadoop looks for on a local disk, are none of the archive's business. */
  private static FileSystem fileSystem(Path path, Configuration hadoop) throws IOException {
    FileSystem found = path.getFileSystem(hadoop);
    return found instanceof LocalFileSystem local ? local.getRaw() : found;
  }

  /** Keys may hold colons, which paths made of text don't take. */
  private Path path(String below) {
    String root = archive.getPath();
    String folder = root.endsWith("/") ? root : root + "/";
    return new Path(archive.getScheme(), archive.getAuthority(), folder + below);
  }
}
