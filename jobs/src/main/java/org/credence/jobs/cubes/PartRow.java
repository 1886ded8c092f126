package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.statistics.AuthorSample;
import org.credence.statistics.Evidence;

/** One row of parts as the cells read it. */
record PartRow(Row row) {

  private static final String COMPANY = "company";

  /** Parts with the day as its number, which means the same under every setting of Spark. */
  static Dataset<Row> readable(Dataset<Row> parts) {
    return parts.withColumn(Posts.DAY.column(), unix_date(Posts.DAY.col()));
  }

  static StructType schema() {
    StructType schema = new StructType();
    for (StructField field : Parts.TABLE.schema().fields()) {
      boolean day = field.name().equals(Posts.DAY.column());
      schema = schema.add(field.name(), day ? DataTypes.IntegerType : field.dataType(), true);
    }
    return schema;
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(row.getInt(at(Posts.DAY)));
  }

  String text(Field field) {
    return row.getString(at(field));
  }

  /** A sum; 0 when nothing was delivered. */
  long number(Field field) {
    int at = at(field);
    return row.isNullAt(at) ? 0 : row.getLong(at);
  }

  boolean isCompany() {
    return text(Mentions.VOICE).equals(COMPANY);
  }

  AuthorSample authors() {
    return AuthorSample.fromBytes(row.getAs(at(Parts.AUTHORS)));
  }

  Evidence evidence() {
    return Evidence.fromBytes(row.getAs(at(Parts.EVIDENCE)));
  }

  List<String> models() {
    return row.getList(at(Parts.MODELS));
  }

  private static int at(Field field) {
    return Positions.OF_PARTS.fieldIndex(field.column());
  }

  private static final class Positions {
    private static final StructType OF_PARTS = schema();
  }
}
