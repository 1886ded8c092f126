package org.credence.models;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * L-BFGS (Nocedal & Wright 2006, algorithm 7.5) with ten corrections and Armijo backtracking, for
 * smooth strictly convex objectives in memory. Single-threaded: the same input gives the same bits.
 *
 * <p>MLlib's optimiser works on standardised columns, where thousands of rare n-grams make the
 * penalty ill-conditioned: it needs hundreds of passes for what takes some forty here.
 */
final class Lbfgs {

  private static final int CORRECTIONS = 10;
  private static final int MAXIMUM_ITERATIONS = 200;
  private static final int MAXIMUM_HALVINGS = 30;
  private static final double SUFFICIENT_DECREASE = 1e-4;

  private record Correction(double[] step, double[] change, double curvature) {}

  private final ArrayDeque<Correction> corrections = new ArrayDeque<>();
  private int iterations;

  int iterations() {
    return iterations;
  }

  /**
   * @param tolerance largest gradient norm at the result, as a share of that at the start
   */
  double[] minimise(SoftmaxLoss loss, double tolerance) {
    double[] at = loss.start();
    double[] gradient = new double[at.length];
    double value = loss.at(at, gradient);
    double small = tolerance * norm(gradient);
    for (iterations = 0; iterations < MAXIMUM_ITERATIONS && norm(gradient) > small; iterations++) {
      double[] direction = direction(gradient);
      double slope = dot(direction, gradient);
      double length = corrections.isEmpty() ? 1 / norm(gradient) : 1;
      double[] next = new double[at.length];
      double[] nextGradient = new double[at.length];
      double nextValue = Double.POSITIVE_INFINITY;
      for (int i = 0; i < MAXIMUM_HALVINGS; i++) {
        for (int j = 0; j < at.length; j++) {
          next[j] = at[j] + length * direction[j];
        }
        nextValue = loss.at(next, nextGradient);
        if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) {
          break;
        }
        length /= 2;
      }
      if (!(nextValue < value)) {
        return at;
      }
      remember(at, next, gradient, nextGradient);
      at = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return at;
  }

  private double[] direction(double[] gradient) {
    double[] q = gradient.clone();
    double[] alpha = new double[corrections.size()];
    int i = 0;
    for (Correction c : corrections) {
      alpha[i] = dot(c.step, q) / c.curvature;
      add(q, -alpha[i++], c.change);
    }
    if (!corrections.isEmpty()) {
      Correction newest = corrections.getFirst();
      scale(q, newest.curvature / dot(newest.change, newest.change));
    }
    for (Iterator<Correction> oldest = corrections.descendingIterator(); oldest.hasNext(); ) {
      Correction c = oldest.next();
      add(q, alpha[--i] - dot(c.change, q) / c.curvature, c.step);
    }
    scale(q, -1);
    return q;
  }

  private void remember(double[] at, double[] next, double[] gradient, double[] nextGradient) {
    double[] step = new double[at.length];
    double[] change = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      step[i] = next[i] - at[i];
      change[i] = nextGradient[i] - gradient[i];
    }
    double curvature = dot(step, change);
    if (curvature > 0) {
      corrections.addFirst(new Correction(step, change, curvature));
      if (corrections.size() > CORRECTIONS) {
        corrections.removeLast();
      }
    }
  }

  private static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] v) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * v[i];
    }
  }

  private static void scale(double[] v, double factor) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= factor;
    }
  }
}
