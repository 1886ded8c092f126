package org.credence.cubes;

import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.credence.lake.Field;

/**
 * One figure of a cube.
 *
 * @param unit such as posts, people, share
 */
public record Measure(String name, DataType type, Kind kind, Words unit, Words meaning) {

  /** How a measure may be aggregated further. */
  public enum Kind {
    /** May be summed over every dimension and over periods of one level. */
    ADDITIVE(new Words("additive", "additive")),
    /** May be summed over some dimensions only. */
    SEMI_ADDITIVE(new Words("semi-additive", "semi-additive")),
    /** Distinct people: never summed. */
    DISTINCT(new Words("distinct count", "comptage distinct")),
    /** A ratio of sums: never summed or averaged. */
    RATIO(new Words("ratio", "ratio")),
    /** An estimate with intervals: never summed or averaged. */
    ESTIMATE(new Words("estimate", "estimation")),
    /** Says something about the other measures of its row. */
    NOTE(new Words("note", "note"));

    private final Words title;

    Kind(Words title) {
      this.title = title;
    }

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public Words title() {
      return title;
    }
  }

  static Measure count(String name, Kind kind, Words unit, Words meaning) {
    return new Measure(name, DataTypes.LongType, kind, unit, meaning);
  }

  static Measure number(String name, Kind kind, Words unit, Words meaning) {
    return new Measure(name, DataTypes.DoubleType, kind, unit, meaning);
  }

  static Measure note(String name, DataType type, Words meaning) {
    return new Measure(name, type, Kind.NOTE, new Words("-", "-"), meaning);
  }

  /** The column, null where the cell is not published or the figure does not exist. */
  public Field field() {
    return Field.optional(name, type, meaning.en());
  }
}
