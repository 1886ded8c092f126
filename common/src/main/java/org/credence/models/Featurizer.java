package org.credence.models;

import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.credence.text.Features;
import org.credence.text.Lexicon;

/**
 * Learns from texts of one language which n-grams occur and how rare each is; gives a {@link
 * FeaturizerModel}. Reads column {@value #TEXT}.
 */
public final class Featurizer extends Estimator<FeaturizerModel> {

  private static final long serialVersionUID = 1L;

  public static final String TEXT = "text";
  public static final String FEATURES = "features";

  /** Buckets of fewer posts than this are dropped. */
  static final int MINIMUM_POSTS = 2;

  private final String language;
  private final double lexiconFactor;

  /**
   * @param language ISO 639-1 code: decides the lexicon
   * @param lexiconFactor size of the lexicon sums beside the hashed blocks, such as .3
   */
  public Featurizer(String language, double lexiconFactor) {
    this.language = language;
    this.lexiconFactor = lexiconFactor;
  }

  @Override
  public FeaturizerModel fit(Dataset<?> dataset) {
    String lexicon = language;
    DocumentCounts counts =
        dataset
            .select(TEXT)
            .as(org.apache.spark.sql.Encoders.STRING())
            .javaRDD()
            .mapPartitions(
                texts -> {
                  Features features = new Features();
                  DocumentCounts ofPartition = new DocumentCounts();
                  Lexicon words = Lexicon.of(lexicon);
                  texts.forEachRemaining(text -> ofPartition.add(features.of(text), words));
                  return List.of(ofPartition).iterator();
                })
            .reduce(DocumentCounts::merge);
    return new FeaturizerModel(counts.weighting(language, MINIMUM_POSTS, lexiconFactor));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return FeaturizerModel.withFeatures(schema);
  }

  @Override
  public Featurizer copy(ParamMap extra) {
    return new Featurizer(language, lexiconFactor);
  }

  @Override
  public String uid() {
    return "featurizer_" + language;
  }
}
