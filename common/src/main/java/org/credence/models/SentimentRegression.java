package org.credence.models;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.text.Features;

/**
 * Multinomial logistic regression on the featurizer's vectors: held-out posteriors from fits in
 * memory, and the model to keep from MLlib.
 *
 * <p>Everything minimises the same strictly convex objective, so it has one answer. MLlib starts
 * from the solution found in memory: on its own it takes hundreds of passes on hashed text.
 */
public final class SentimentRegression {

  /** Gradient norm at which a fit in memory stops, as a share of that at its start. */
  private static final double TOLERANCE = 1e-3;

  private static final double MLLIB_TOLERANCE = 1e-4;
  private static final int MLLIB_ITERATIONS = 5;

  /** Above this MLlib gets a second partition; with two the order of sums still can't change. */
  private static final int ROWS_OF_ONE_PARTITION = 20_000;

  /** MLlib multiplies block by block, each time over all weights: one block a partition. */
  private static final double BLOCK_MEGABYTES = 1024;

  private static final StructType SCHEMA =
      new StructType()
          .add(Featurizer.TEXT, DataTypes.StringType, false)
          .add("label", DataTypes.DoubleType, false)
          .add("weight", DataTypes.DoubleType, false);

  private final Featurizer featurizer;
  private final List<TrainingRow> rows;
  private final double inverseRegularisation;
  private final FrequentFirst order;
  private final DesignMatrix matrix;

  /**
   * @param rows in an order that is the same next time
   * @param inverseRegularisation C: regParam is 1 / (C x total weight)
   */
  public SentimentRegression(
      Featurizer featurizer, List<TrainingRow> rows, double inverseRegularisation) {
    this.featurizer = featurizer;
    this.rows = rows;
    this.inverseRegularisation = inverseRegularisation;
    this.matrix = new DesignMatrix(featurizer.dimension(), LinearHead.CLASSES);
    Features features = new Features();
    List<SparseVector> vectors =
        rows.stream()
            .map(row -> (SparseVector) featurizer.weighting().vector(features.of(row.text())))
            .toList();
    this.order = FrequentFirst.of(vectors, featurizer.dimension());
    for (int row = 0; row < vectors.size(); row++) {
      matrix.add(order.moved(vectors.get(row)), rows.get(row).label(), rows.get(row).weight());
    }
  }

  /**
   * Fits on all other rows.
   *
   * @param training rows that may be learned from
   * @param wanted rows whose posteriors are asked for, in ascending order of row
   * @return rows x classes
   */
  public double[][] posteriors(BitSet training, BitSet wanted) {
    BitSet leftOut = (BitSet) training.clone();
    leftOut.flip(0, matrix.rows());
    double[] parameters = minimum(leftOut);
    return wanted.stream()
        .mapToObj(
            row -> {
              double[] scores = new double[LinearHead.CLASSES];
              matrix.scores(row, parameters, scores);
              Softmax.of(scores);
              return scores;
            })
        .toArray(double[][]::new);
  }

  /** Fits on all rows. */
  public PipelineModel fit(SparkSession spark) {
    LogisticRegression regression =
        new LogisticRegression("regression_" + featurizer.language())
            .setFamily("multinomial")
            .setWeightCol("weight")
            .setRegParam(1 / (inverseRegularisation * matrix.totalWeight()))
            .setStandardization(false)
            .setTol(MLLIB_TOLERANCE)
            .setMaxIter(MLLIB_ITERATIONS)
            .setMaxBlockSizeInMB(BLOCK_MEGABYTES)
            .setInitialModel(start());
    return new Pipeline("sentiment_" + featurizer.language())
        .setStages(new PipelineStage[] {featurizer, regression})
        .fit(dataset(spark));
  }

  private LogisticRegressionModel start() {
    double[] parameters = order.restored(minimum(new BitSet()), LinearHead.CLASSES);
    int features = matrix.dimension();
    double[] weights = new double[LinearHead.CLASSES * features];
    System.arraycopy(parameters, 0, weights, 0, weights.length);
    double[] intercepts = new double[LinearHead.CLASSES];
    System.arraycopy(parameters, weights.length, intercepts, 0, intercepts.length);
    return new LogisticRegressionModel(
        "start",
        new DenseMatrix(LinearHead.CLASSES, features, weights),
        Vectors.dense(intercepts),
        LinearHead.CLASSES,
        true);
  }

  private Dataset<Row> dataset(SparkSession spark) {
    List<Row> table = new ArrayList<>(rows.size());
    for (TrainingRow row : rows) {
      table.add(RowFactory.create(row.text(), (double) row.label(), row.weight()));
    }
    int partitions = rows.size() > ROWS_OF_ONE_PARTITION ? 2 : 1;
    JavaRDD<Row> ordered =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(table, partitions);
    return spark.createDataFrame(ordered, SCHEMA);
  }

  private double[] minimum(BitSet leftOut) {
    SoftmaxLoss loss = new SoftmaxLoss(matrix, leftOut, inverseRegularisation);
    return new Lbfgs().minimise(loss, TOLERANCE);
  }
}
