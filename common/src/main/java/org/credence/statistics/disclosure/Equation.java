package org.credence.statistics.disclosure;

import java.util.List;

/**
 * A total that readers know to be the sum of its parts: a brand over its languages, a week over its
 * days. A key without a cell counts as an empty cell.
 */
public record Equation<K>(K total, List<K> parts) {

  public Equation {
    parts = List.copyOf(parts);
  }
}
