package org.credence.archive.framing;

import org.credence.archive.record.FileFailure;
import org.credence.archive.record.Judged;

/** Makes posts of one row. */
@FunctionalInterface
public interface CsvMapper {

  /**
   * @param row with as many cells as the header
   * @param record begun; to be given posts or another verdict
   */
  void map(CsvRow row, Judged record);

  /** Looks at the columns of a file. */
  @FunctionalInterface
  interface Factory {

    /**
     * @throws FileFailure when these are no columns of the format
     */
    CsvMapper of(CsvHeader header) throws FileFailure;
  }
}
