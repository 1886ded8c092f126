package org.credence.models;

import java.io.Serializable;
import org.apache.spark.ml.PipelineModel;
import org.credence.statistics.FixedPoint;
import org.credence.text.Features;

/**
 * A head whose scores are bias-corrected temperature-scaled (BCTS, Alexandari et al. 2020): {@code
 * softmax(scale x scores + bias)}. Immutable.
 */
final class CalibratedHead implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LinearHead head;
  private final double scale;
  private final double[] bias;

  /** Scratch space of one thread, so that a post leaves no garbage. */
  private static final ThreadLocal<double[]> SCORES =
      ThreadLocal.withInitial(() -> new double[LinearHead.CLASSES]);

  CalibratedHead(LinearHead head, double scale, double[] bias) {
    this.head = head;
    this.scale = scale;
    this.bias = bias.clone();
  }

  static CalibratedHead of(ModelCard card, PipelineModel pipeline) {
    return new CalibratedHead(
        new LinearHead(card.version(), pipeline),
        card.calibration().slope(),
        card.calibration().biases().stream().mapToDouble(Double::doubleValue).toArray());
  }

  String language() {
    return head.language();
  }

  String version() {
    return head.version();
  }

  int posteriors(Features post, int[] ppm) {
    double[] scores = SCORES.get();
    int known = head.margins(post, scores);
    for (int c = 0; c < scores.length; c++) {
      scores[c] = scale * scores[c] + bias[c];
    }
    Softmax.of(scores);
    int negative = (int) FixedPoint.of(scores[0]);
    int positive = (int) Math.min(FixedPoint.of(scores[2]), FixedPoint.ONE - negative);
    ppm[0] = negative;
    ppm[1] = (int) FixedPoint.ONE - negative - positive;
    ppm[2] = positive;
    return (int) FixedPoint.of(1 - (double) known / Math.max(1, post.size()));
  }
}
