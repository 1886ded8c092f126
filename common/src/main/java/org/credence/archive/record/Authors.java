package org.credence.archive.record;

import java.util.List;

/** Hides who wrote. */
public interface Authors {

  /** Keyed hash of the platform's own id of an author. */
  String author(String id);

  /** Keyed hash of a handle, in any case. */
  String handle(String handle);

  /**
   * What may stand for a name in {@link org.credence.lake.ErasedOnRequest} under a ring of several
   * keys; none with one key, where the keyed hash tells.
   *
   * @param hash of a name that was asked for in the same record
   */
  default List<String> marks(String hash) {
    return List.of();
  }
}
