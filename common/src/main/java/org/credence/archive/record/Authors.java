package org.credence.archive.record;

/** Hides who wrote. */
public interface Authors {

  /** Keyed hash of the platform's own id of an author. */
  String author(String id);

  /** Keyed hash of a handle, in any case. */
  String handle(String handle);
}
