package org.credence.archive.record;

import java.io.IOException;

/** Reads and judges the records of one file, in order. */
public interface RecordReader {

  /**
   * Reads the next record.
   *
   * @param record cleared, and filled with the verdict and the posts
   * @return false at the end of the file
   * @throws IOException when the file can't be read further
   */
  boolean next(Judged record) throws IOException;
}
