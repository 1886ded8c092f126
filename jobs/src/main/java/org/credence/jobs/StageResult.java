package org.credence.jobs;

import java.util.List;
import java.util.Map;

/** What a stage did, for the run record and for whoever watches. */
public interface StageResult {

  /** Names and plain values (numbers, strings, lists and maps of them), in the order to show. */
  Map<String, Object> figures();

  /** Files of the archive that the storage did not hand out: they stay due. */
  default List<String> unread() {
    return List.of();
  }

  /** One line for a person. */
  String summary();
}
