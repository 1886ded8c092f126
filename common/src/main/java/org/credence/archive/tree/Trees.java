package org.credence.archive.tree;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands out the records of a file as trees, in order and in bounded memory. */
public interface Trees {

  /**
   * The next record, or null behind the last.
   *
   * @throws IOException when the file can't be read further
   */
  @Nullable Tree next() throws IOException;
}
