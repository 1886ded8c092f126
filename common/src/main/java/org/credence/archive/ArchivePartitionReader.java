package org.credence.archive;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/** The rows of the files of one partition. */
final class ArchivePartitionReader implements PartitionReader<InternalRow> {

  private final Iterator<SourceFile> files;
  private final Function<SourceFile, FileRows> opener;
  private @Nullable FileRows open;
  private @Nullable InternalRow row;

  ArchivePartitionReader(ArchivePartition partition, Function<SourceFile, FileRows> opener) {
    this.files = partition.files().iterator();
    this.opener = opener;
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      FileRows current = open;
      if (current == null) {
        if (!files.hasNext()) {
          return false;
        }
        current = opener.apply(files.next());
        open = current;
      }
      row = current.next();
      if (row != null) {
        return true;
      }
      close();
    }
  }

  @Override
  public InternalRow get() {
    InternalRow current = row;
    if (current == null) {
      throw new NoSuchElementException("no row");
    }
    return current;
  }

  @Override
  public void close() throws IOException {
    FileRows current = open;
    open = null;
    if (current != null) {
      current.close();
    }
  }
}
