package org.credence.models;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.text.Features;

/**
 * Adds column {@value Featurizer#FEATURES}, a sparse vector, to a table with a text column. Part of
 * every saved pipeline; {@code PipelineModel.load} finds it by its class name.
 */
public final class FeaturizerModel extends Model<FeaturizerModel> implements MLWritable {

  private static final long serialVersionUID = 1L;

  /** Scratch space: a task has a thread of its own, and rows of one task come one by one. */
  private static final ThreadLocal<Features> FEATURES = ThreadLocal.withInitial(Features::new);

  private final Weighting weighting;

  FeaturizerModel(Weighting weighting) {
    this.weighting = weighting;
  }

  Weighting weighting() {
    return weighting;
  }

  public String language() {
    return weighting.language();
  }

  /** Length of the vectors. */
  public int dimension() {
    return weighting.dimension();
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    Weighting shared = weighting;
    UserDefinedFunction vector =
        functions.udf(
            (UDF1<String, Object>) text -> shared.vector(FEATURES.get().of(text)),
            SQLDataTypes.VectorType());
    return dataset.withColumn(Featurizer.FEATURES, vector.apply(functions.col(Featurizer.TEXT)));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return withFeatures(schema);
  }

  static StructType withFeatures(StructType schema) {
    if (!schema.apply(Featurizer.TEXT).dataType().equals(DataTypes.StringType)) {
      throw new IllegalArgumentException("column " + Featurizer.TEXT + " must hold strings");
    }
    return schema.add(Featurizer.FEATURES, SQLDataTypes.VectorType(), false);
  }

  @Override
  public FeaturizerModel copy(ParamMap extra) {
    return copyValues(new FeaturizerModel(weighting), extra);
  }

  @Override
  public String uid() {
    return "featurizer_" + weighting.language();
  }

  @Override
  public MLWriter write() {
    return new Writer(this);
  }

  @Override
  public void save(String path) throws java.io.IOException {
    write().save(path);
  }

  /** Found by name when MLlib loads a pipeline. */
  public static MLReader<FeaturizerModel> read() {
    return new Reader();
  }

  private static final class Writer extends MLWriter {

    private final FeaturizerModel model;

    private Writer(FeaturizerModel model) {
      this.model = model;
    }

    @Override
    public void saveImpl(String path) {
      DefaultParamsWriter.saveMetadata(model, path, sparkSession());
      WeightingTable.write(sparkSession(), path, model.weighting);
    }
  }

  private static final class Reader extends MLReader<FeaturizerModel> {

    @Override
    public FeaturizerModel load(String path) {
      SparkSession spark = sparkSession();
      return new FeaturizerModel(WeightingTable.read(spark, path));
    }
  }
}
