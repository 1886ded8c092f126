package org.credence.statistics;

/** What a post adds to the count of each class. */
public enum Counting {
  /** 1 to its most probable class. */
  HARD,
  /** Its posterior. */
  SOFT;

  double[] shares(Posteriors posts) {
    double[] shares = new double[posts.classes()];
    for (int i = 0; i < posts.size(); i++) {
      add(shares, posts.rows()[i], posts.weights()[i]);
    }
    normalise(shares);
    return shares;
  }

  /** Column j: the shares among posts truly of class j. A class without posts is taken as read. */
  double[][] response(Posteriors posts, int[] truth) {
    int classes = posts.classes();
    double[][] columns = new double[classes][classes];
    for (int i = 0; i < posts.size(); i++) {
      add(columns[truth[i]], posts.rows()[i], posts.weights()[i]);
    }
    double[][] response = new double[classes][classes];
    for (int j = 0; j < classes; j++) {
      if (!normalise(columns[j])) {
        columns[j][j] = 1;
      }
      for (int i = 0; i < classes; i++) {
        response[i][j] = columns[j][i];
      }
    }
    return response;
  }

  private void add(double[] counts, double[] row, double weight) {
    switch (this) {
      case HARD -> counts[Posteriors.argmax(row)] += weight;
      case SOFT -> {
        for (int j = 0; j < row.length; j++) {
          counts[j] += weight * row[j];
        }
      }
    }
  }

  private static boolean normalise(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    if (sum <= 0) {
      return false;
    }
    for (int j = 0; j < counts.length; j++) {
      counts[j] /= sum;
    }
    return true;
  }
}
