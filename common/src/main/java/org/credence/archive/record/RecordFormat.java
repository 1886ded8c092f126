package org.credence.archive.record;

import java.io.IOException;
import java.io.InputStream;

/** A shape that archives come in. Has no state; what a file needs is in its reader. */
public interface RecordFormat {

  /** Name in sources.yaml. */
  String id();

  /**
   * Opens a file.
   *
   * @param in its content, decompressed, a text of some kind and not empty; closed by the caller
   * @throws FileFailure when this is not a file of this format
   */
  RecordReader open(FileContext file, InputStream in) throws IOException;
}
