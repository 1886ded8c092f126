package org.credence.jobs.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The simplest model that learns from words and pairs of words (multinomial, add 0.3). */
final class NaiveBayes {

  private static final double SMOOTHING = 0.3;

  private final Map<String, double[]> counts = new HashMap<>();
  private final double[] documents = new double[3];
  private final double[] words = new double[3];

  void learn(String text, Polarity polarity) {
    int c = polarity.ordinal();
    documents[c]++;
    for (String feature : features(text)) {
      counts.computeIfAbsent(feature, f -> new double[3])[c]++;
      words[c]++;
    }
  }

  Polarity guess(String text) {
    double[] score = new double[3];
    List<String> features = features(text);
    for (int c = 0; c < 3; c++) {
      score[c] = Math.log(documents[c]);
      for (String feature : features) {
        double[] seen = counts.getOrDefault(feature, new double[3]);
        score[c] += Math.log((seen[c] + SMOOTHING) / (words[c] + SMOOTHING * counts.size()));
      }
    }
    int best = score[0] >= score[1] ? 0 : 1;
    return Polarity.values()[score[2] > score[best] ? 2 : best];
  }

  private static List<String> features(String text) {
    String[] tokens = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{So}:()']+");
    List<String> features = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      features.add(tokens[i]);
      if (i > 0) {
        features.add(tokens[i - 1] + " " + tokens[i]);
      }
    }
    return features;
  }
}
