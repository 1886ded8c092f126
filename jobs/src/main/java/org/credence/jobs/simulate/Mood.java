package org.credence.jobs.simulate;

/** Probabilities of the three classes; they sum to 1. */
record Mood(double negative, double neutral, double positive) {

  Polarity draw(Dice dice) {
    double u = dice.unit();
    if (u < negative) {
      return Polarity.NEGATIVE;
    }
    return u < negative + neutral ? Polarity.NEUTRAL : Polarity.POSITIVE;
  }

  /** The mood on the way to another one: {@code way} 0 is this, 1 is the other. */
  Mood towards(Mood other, double way) {
    return new Mood(
        negative + way * (other.negative - negative),
        neutral + way * (other.neutral - neutral),
        positive + way * (other.positive - positive));
  }

  /** Each class more or less often by a factor, as on a platform where people complain more. */
  Mood times(double negativeFactor, double neutralFactor, double positiveFactor) {
    double n = negative * negativeFactor;
    double o = neutral * neutralFactor;
    double p = positive * positiveFactor;
    double sum = n + o + p;
    return new Mood(n / sum, o / sum, p / sum);
  }

  /** A person's own view: positive values move probability from negative to positive, -1 to 1. */
  Mood leaning(double lean) {
    double moved = lean * 0.35 * Math.min(negative, positive);
    return new Mood(negative - moved, neutral, positive + moved);
  }

  double net() {
    return positive - negative;
  }
}
