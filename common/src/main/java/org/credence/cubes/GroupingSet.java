package org.credence.cubes;

import java.util.ArrayList;
import java.util.List;

/**
 * Dimensions that a cube is cut by at once.
 *
 * @param name as cells name it in the column {@code grouping}
 */
public record GroupingSet(String name, List<Dimension> dimensions) {

  public GroupingSet {
    dimensions = List.copyOf(dimensions);
  }

  static GroupingSet of(Dimension... dimensions) {
    List<Dimension> all = List.of(dimensions);
    return new GroupingSet(String.join("_", all.stream().map(Dimension::name).toList()), all);
  }

  /** The dimensions that this one has and the other has not. */
  public List<Dimension> beyond(GroupingSet other) {
    List<Dimension> more = new ArrayList<>(dimensions);
    more.removeAll(other.dimensions);
    return more;
  }
}
