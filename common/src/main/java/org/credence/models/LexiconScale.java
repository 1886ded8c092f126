package org.credence.models;

import java.io.Serializable;

/**
 * Standardises the lexicon sums, clips them and brings them to the size of the hashed blocks.
 *
 * @param mean of each sum over the training posts
 * @param deviation its standard deviation, 1 where it never varied
 * @param factor applied after clipping at {@link #CLIP} deviations
 */
record LexiconScale(double[] mean, double[] deviation, double factor) implements Serializable {

  static final double CLIP = 4;

  double scaled(int sum, double value) {
    double standard = (value - mean[sum]) / deviation[sum];
    return factor * Math.max(-CLIP, Math.min(CLIP, standard));
  }
}
