package org.credence.models;

import org.apache.spark.ml.Transformer;
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
 * Adds column {@value #FEATURES}, a sparse vector, to a table with a text column. Part of every
 * saved pipeline; {@code PipelineModel.load} finds it by its class name.
 */
public final class Featurizer extends Transformer implements MLWritable {

  private static final long serialVersionUID = 1L;

  /** Column that it reads. */
  public static final String TEXT = "text";

  /** Column that it adds. */
  public static final String FEATURES = "features";

  /** Buckets of fewer training posts than this are dropped. */
  static final int MINIMUM_POSTS = 2;

  /** Scratch space: a task has a thread of its own, and rows of one task come one by one. */
  private static final ThreadLocal<Features> SCRATCH = ThreadLocal.withInitial(Features::new);

  private final Weighting weighting;

  Featurizer(Weighting weighting) {
    this.weighting = weighting;
  }

  /**
   * Learns which n-grams occur and how rare each is.
   *
   * @param counts of the training posts
   * @param lexiconFactor size of the lexicon sums beside the hashed blocks, such as .3
   */
  public static Featurizer of(DocumentCounts counts, double lexiconFactor) {
    return new Featurizer(counts.weighting(lexiconFactor));
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
            (UDF1<String, Object>) text -> shared.vector(SCRATCH.get().of(text)),
            SQLDataTypes.VectorType());
    return dataset.withColumn(FEATURES, vector.apply(functions.col(TEXT)));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return withFeatures(schema);
  }

  static StructType withFeatures(StructType schema) {
    if (!schema.apply(TEXT).dataType().equals(DataTypes.StringType)) {
      throw new IllegalArgumentException("column " + TEXT + " must hold strings");
    }
    return schema.add(FEATURES, SQLDataTypes.VectorType(), false);
  }

  @Override
  public Featurizer copy(ParamMap extra) {
    return new Featurizer(weighting);
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
  public static MLReader<Featurizer> read() {
    return new Reader();
  }

  private static final class Writer extends MLWriter {

    private final Featurizer model;

    private Writer(Featurizer model) {
      this.model = model;
    }

    @Override
    public void saveImpl(String path) {
      DefaultParamsWriter.saveMetadata(model, path, sparkSession());
      WeightingTable.write(sparkSession(), path, model.weighting);
    }
  }

  private static final class Reader extends MLReader<Featurizer> {

    @Override
    public Featurizer load(String path) {
      SparkSession spark = sparkSession();
      return new Featurizer(WeightingTable.read(spark, path));
    }
  }
}
