package org.credence.models;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.credence.settings.Digest;
import org.credence.text.Features;
import org.credence.text.Lexicon;

/**
 * The model of one language laid out for scoring: one row of four floats a bucket, {@code idf, idf
 * x weight} of each class, so that a met bucket costs one cache line; zeros for buckets that the
 * model does not know. Equal to the pipeline's own transform to 1e-6. Immutable.
 */
final class LinearHead implements Serializable {

  private static final long serialVersionUID = 1L;

  static final int CLASSES = 3;
  private static final int ROW = 4;

  private final String language;
  private final String version;
  private final float[] rows = new float[ROW * Features.BUCKETS];
  private final double[] lexiconWeights = new double[CLASSES * Features.LEXICON_SUMS];
  private final LexiconScale lexiconScale;
  private final double[] intercepts;

  LinearHead(String version, PipelineModel pipeline) {
    this(
        version,
        ((Featurizer) pipeline.stages()[0]).weighting(),
        (LogisticRegressionModel) pipeline.stages()[1]);
  }

  private LinearHead(String version, Weighting weighting, LogisticRegressionModel regression) {
    this.language = weighting.language();
    this.version = version;
    this.lexiconScale = weighting.lexiconScale();
    this.intercepts = regression.interceptVector().toArray();
    Matrix weights = regression.coefficientMatrix().toDense();
    int[] kept = weighting.kept();
    for (int i = 0; i < kept.length; i++) {
      double idf = weighting.idf()[i];
      int at = ROW * kept[i];
      // A bucket of all training posts weighs nothing, and is known.
      rows[at] = (float) Math.max(idf, Float.MIN_NORMAL);
      for (int c = 0; c < CLASSES; c++) {
        rows[at + 1 + c] = (float) (idf * weights.apply(c, i));
      }
    }
    for (int i = 0; i < Features.LEXICON_SUMS; i++) {
      for (int c = 0; c < CLASSES; c++) {
        lexiconWeights[CLASSES * i + c] = weights.apply(c, kept.length + i);
      }
    }
  }

  String language() {
    return language;
  }

  String version() {
    return version;
  }

  /** Digest of everything that scores depend on. */
  String digest() {
    return Digest.of(
        language,
        Features.VERSION,
        sha256(rows),
        Arrays.toString(lexiconWeights),
        Arrays.toString(lexiconScale.mean()),
        Arrays.toString(lexiconScale.deviation()),
        lexiconScale.factor(),
        Arrays.toString(intercepts));
  }

  /**
   * The linear scores of a post, negative, neutral, positive, into {@code margins}.
   *
   * @return how many of its buckets the model knows
   */
  int margins(Features post, double[] margins) {
    System.arraycopy(intercepts, 0, margins, 0, CLASSES);
    int known = addBlock(post, 0, post.wordBuckets(), margins);
    known += addBlock(post, post.wordBuckets(), post.size(), margins);
    double[] sums = post.lexiconSums(Lexicon.of(language));
    for (int i = 0; i < sums.length; i++) {
      double value = lexiconScale.scaled(i, sums[i]);
      margins[0] += value * lexiconWeights[CLASSES * i];
      margins[1] += value * lexiconWeights[CLASSES * i + 1];
      margins[2] += value * lexiconWeights[CLASSES * i + 2];
    }
    return known;
  }

  private int addBlock(Features post, int from, int to, double[] margins) {
    int[] buckets = post.buckets();
    float[] w = rows;
    double square = 0;
    double negative = 0;
    double neutral = 0;
    double positive = 0;
    int known = 0;
    for (int i = from; i < to; i++) {
      int bucket = buckets[i];
      double count = Weighting.logCount(post.count(bucket));
      int at = ROW * bucket;
      double value = count * w[at];
      known += w[at] == 0 ? 0 : 1;
      square += value * value;
      negative += count * w[at + 1];
      neutral += count * w[at + 2];
      positive += count * w[at + 3];
    }
    if (square > 0) {
      double length = Math.sqrt(square);
      margins[0] += negative / length;
      margins[1] += neutral / length;
      margins[2] += positive / length;
    }
    return known;
  }

  private static String sha256(float[] numbers) {
    MessageDigest digest = Digest.sha256();
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * 1024);
    for (float number : numbers) {
      bytes.putFloat(number);
      if (!bytes.hasRemaining()) {
        digest.update(bytes.flip());
        bytes.clear();
      }
    }
    digest.update(bytes.flip());
    return HexFormat.of().formatHex(digest.digest());
  }
}
