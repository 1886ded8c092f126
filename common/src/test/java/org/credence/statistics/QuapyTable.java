package org.credence.statistics;

/** Repeats the posteriors of {@code make_quapy_table.py}, draw by draw. */
final class QuapyTable {

  private long state;

  @SuppressWarnings("ArrayRecordComponent")
  record Sample(Posteriors posteriors, int[] labels) {}

  Sample draw(int rows, int classes, double tilt) {
    double[][] posteriors = new double[rows][classes];
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      int any = (int) (uniform() * classes);
      labels[i] = uniform() > tilt ? any : 0;
      double sum = 0;
      for (int j = 0; j < classes; j++) {
        posteriors[i][j] = Math.exp(uniform() * 2 + (j == labels[i] ? 1.5 : 0));
        sum += posteriors[i][j];
      }
      for (int j = 0; j < classes; j++) {
        posteriors[i][j] /= sum;
      }
    }
    return new Sample(Posteriors.of(posteriors), labels);
  }

  private double uniform() {
    state = (state * 1_103_515_245L + 12_345) % (1L << 31);
    return state / (double) (1L << 31);
  }
}
