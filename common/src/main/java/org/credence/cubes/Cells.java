package org.credence.cubes;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.required;

import java.util.List;
import org.credence.lake.Field;

/** The columns that every row of every cube has. */
public final class Cells {

  public static final Field LEVEL =
      required("level", StringType, "day, week, month or quarter; levels are never summed");
  public static final Field PERIOD =
      required("period", DateType, "First day of the period in the reporting time zone");
  public static final Field GROUPING =
      required("grouping", StringType, "Grouping set; sets are never summed");
  public static final Field STATE =
      required("state", StringType, "published, suppressed or missing");
  public static final Field PARTIAL =
      required("partial", BooleanType, "Whether the period ends after the night");
  public static final Field SOURCE_GAPS =
      required("source_gaps", IntegerType, "Days without a due drop, summed over sources");
  public static final Field EDITION =
      required("edition", StringType, "Edition in which this row was last computed");
  public static final Field MODEL_VERSION =
      required("model_version", StringType, "Sentiment models behind it");
  public static final Field TAXONOMY_VERSION =
      required("taxonomy_version", StringType, "Brands and trust model behind it");
  public static final Field METHODOLOGY_VERSION =
      required("methodology_version", StringType, "How it was computed");

  /** Partition of the files, not a column in them: {@code YYYY-MM} of the period's first day. */
  public static final Field MONTH = required("month", StringType, "Month of the period");

  static final List<Field> FIRST = List.of(LEVEL, PERIOD, GROUPING);
  static final List<Field> LAST =
      List.of(
          STATE,
          PARTIAL,
          SOURCE_GAPS,
          EDITION,
          MODEL_VERSION,
          TAXONOMY_VERSION,
          METHODOLOGY_VERSION);

  private Cells() {}
}
