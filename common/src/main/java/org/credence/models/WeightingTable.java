package org.credence.models;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.text.Features;

/** A {@link Weighting} as one row of Parquet below the folder of its pipeline stage. */
final class WeightingTable {

  private static final StructType SCHEMA =
      new StructType()
          .add("feature_version", DataTypes.IntegerType, false)
          .add("language", DataTypes.StringType, false)
          .add("kept", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("idf", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          .add("lexicon_mean", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          .add("lexicon_deviation", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          .add("lexicon_factor", DataTypes.DoubleType, false);

  private WeightingTable() {}

  static void write(SparkSession spark, String path, Weighting weighting) {
    LexiconScale scale = weighting.lexiconScale();
    Row row =
        RowFactory.create(
            Features.VERSION,
            weighting.language(),
            weighting.kept(),
            weighting.idf(),
            scale.mean(),
            scale.deviation(),
            scale.factor());
    spark
        .createDataFrame(List.of(row), SCHEMA)
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(data(path));
  }

  static Weighting read(SparkSession spark, String path) {
    Row row = spark.read().schema(SCHEMA).parquet(data(path)).head();
    if (row.getInt(0) != Features.VERSION) {
      throw new IllegalArgumentException(
          "the model was trained on features of version %d, this is version %d"
              .formatted(row.getInt(0), Features.VERSION));
    }
    List<Integer> kept = row.getList(2);
    return new Weighting(
        row.getString(1),
        kept.stream().mapToInt(Integer::intValue).toArray(),
        doubles(row, 3),
        new LexiconScale(doubles(row, 4), doubles(row, 5), row.getDouble(6)));
  }

  private static double[] doubles(Row row, int column) {
    List<Double> values = row.getList(column);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String data(String path) {
    return path + "/data";
  }
}
