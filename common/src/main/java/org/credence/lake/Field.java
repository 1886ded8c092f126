package org.credence.lake;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table. A table declares its fields as constants, so a column has exactly one
 * home.
 *
 * @param meaning what a reader of the table should know: unit, source, special values
 */
public record Field(String column, DataType type, boolean required, String meaning) {

  public static Field required(String column, DataType type, String meaning) {
    return new Field(column, type, true, meaning);
  }

  public static Field optional(String column, DataType type, String meaning) {
    return new Field(column, type, false, meaning);
  }

  public Column col() {
    return functions.col(column);
  }

  /** This column of one side of a join. */
  public Column of(String alias) {
    return functions.col(alias + "." + column);
  }

  public StructField toStructField() {
    return DataTypes.createStructField(column, type, !required, Metadata.empty())
        .withComment(meaning);
  }

  @Override
  public String toString() {
    return column;
  }
}
