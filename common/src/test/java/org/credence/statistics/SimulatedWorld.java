package org.credence.statistics;

import java.util.Random;

/**
 * Posts whose class is known, and posteriors as a real classifier gives them: calibrated where it
 * was trained, about 65% right, and off by a brand's own way of speaking.
 *
 * <p>A post of class y has a feature x ~ N(centre(y) + accent(brand), 1) in the plane; the
 * classifier knows the centres and the training prior but not the accents. Shares differ between
 * brands, so there is prior shift as well.
 */
final class SimulatedWorld {

  static final double[] TRAINING_PRIOR = {.25, .45, .30};

  private static final double[][] CENTRES = {{-1.25, 0}, {0, 1.1}, {1.25, 0}};

  /** How far brands' accents lie apart, in units of the features' noise. */
  private static final double ACCENT = .25;

  private final Random random;

  SimulatedWorld(long seed) {
    this.random = new Random(seed);
  }

  /** A brand: what people feel about it, and how they speak. */
  record Brand(double[] shares, double[] accent) {

    /** The same brand after so much of everything positive and neutral has turned negative. */
    Brand inCrisis(double turned) {
      double[] after = {
        shares[0] + turned * (shares[1] + shares[2]),
        (1 - turned) * shares[1],
        (1 - turned) * shares[2]
      };
      return new Brand(after, accent);
    }
  }

  /** What a cell keeps, and the truth about its posts: voices of each class. */
  record Cell(Evidence evidence, AuthorSample authors, double[] truth) {}

  Brand brand() {
    double[] shares = new double[3];
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      shares[j] = TRAINING_PRIOR[j] * Math.exp(.3 * random.nextGaussian());
      sum += shares[j];
    }
    for (int j = 0; j < 3; j++) {
      shares[j] /= sum;
    }
    double[] accent = {ACCENT * random.nextGaussian(), ACCENT * random.nextGaussian()};
    return new Brand(shares, accent);
  }

  /**
   * A cell of so many voices: mostly one post a voice, some loud people, one in ten without name.
   */
  Cell cell(Brand brand, int voices) {
    EvidenceBuilder evidence = new EvidenceBuilder();
    AuthorSampleBuilder authors = new AuthorSampleBuilder();
    double[] truth = new double[3];
    for (int voice = 0; voice < voices; voice++) {
      boolean lone = voice % 10 == 0;
      int posts = lone || random.nextInt(8) > 0 ? 1 : 1 + random.nextInt(9);
      long weight = FixedPoint.of(1.0 / posts);
      long author = random.nextLong();
      // People mostly repeat themselves: what a loud person feels is drawn once.
      int mood = draw(brand.shares());
      for (int post = 0; post < posts; post++) {
        long[] p = FixedPoint.posterior(posterior(mood, brand.accent()));
        truth[mood] += 1.0 / posts / voices;
        if (lone) {
          evidence.addLone(weight, p[0], p[2]);
        } else {
          evidence.add(weight, p[0], p[2]);
          authors.add(author, Act.PRODUCED.bit(), weight, p[0], p[2]);
        }
      }
    }
    return new Cell(evidence.build(), authors.build(), truth);
  }

  private int draw(double[] shares) {
    double at = random.nextDouble();
    return at < shares[0] ? 0 : at < shares[0] + shares[1] ? 1 : 2;
  }

  private double[] posterior(int truth, double[] accent) {
    double x = CENTRES[truth][0] + accent[0] + random.nextGaussian();
    double y = CENTRES[truth][1] + accent[1] + random.nextGaussian();
    double[] posterior = new double[3];
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      double dx = x - CENTRES[j][0];
      double dy = y - CENTRES[j][1];
      posterior[j] = TRAINING_PRIOR[j] * Math.exp(-(dx * dx + dy * dy) / 2);
      sum += posterior[j];
    }
    for (int j = 0; j < 3; j++) {
      posterior[j] /= sum;
    }
    return posterior;
  }
}
