package org.credence.jobs.train;

import java.util.List;

/**
 * A label file as it was read.
 *
 * @param name without folders
 * @param sha256 of its bytes as delivered
 */
record LabelFile(String name, String sha256, List<LabelledText> rows) {

  LabelFile {
    rows = List.copyOf(rows);
  }
}
