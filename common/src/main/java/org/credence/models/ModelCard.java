package org.credence.models;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What there is to know of a trained model, as {@code card.json} beside it.
 *
 * @param name what it tells, such as sentiment
 * @param language ISO 639-1 code
 * @param version digest of everything it was trained from: the same inputs give the same version
 * @param content digest of its coefficients
 * @param classes in the order of all arrays
 * @param note "no labels yet" when nobody has labelled anything in this language, else empty
 * @param labelFiles files that labels came from
 * @param sources rows by kind of label, those of weight 0 left out
 * @param priors shares of the classes that calibrated posteriors assume: those of the held-out rows
 *     that calibration was fitted on
 * @param calibration BCTS parameters, fitted on held-out posteriors
 * @param evaluation on rows that the model of their fold had not seen
 * @param reference what days are held against
 * @param backtests errors on labelled groups, by {@link org.credence.statistics.Method} code
 * @param shiftTerms what intervals add for the world being another than the training set, by code
 * @param groupsWithHistory groups (brands) with labelled rows enough to trust the mean posterior
 * @param seed of the folds
 * @param versions of software and features
 */
public record ModelCard(
    String name,
    String language,
    String version,
    String content,
    List<String> classes,
    String note,
    List<LabelFile> labelFiles,
    List<Source> sources,
    List<Double> priors,
    Calibration calibration,
    Evaluation evaluation,
    Reference reference,
    Map<String, Backtest> backtests,
    Map<String, Shift> shiftTerms,
    List<String> groupsWithHistory,
    long seed,
    Map<String, String> versions) {

  /** What the note says when nobody has labelled anything in a language. */
  public static final String NO_LABELS = "no labels yet";

  public ModelCard {
    classes = List.copyOf(classes);
    labelFiles = List.copyOf(labelFiles);
    sources = List.copyOf(sources);
    priors = List.copyOf(priors);
    reference = Objects.requireNonNullElse(reference, Reference.UNKNOWN);
    backtests = Map.copyOf(backtests);
    shiftTerms = Map.copyOf(shiftTerms);
    groupsWithHistory = List.copyOf(groupsWithHistory);
    versions = Map.copyOf(versions);
  }

  /** Version and digest of the coefficients: tells models of a language apart. */
  public String identity() {
    return version + " " + content;
  }

  /** The version in an {@link #identity}. */
  static String versionOf(String identity) {
    return identity.replaceFirst(" .*", "");
  }

  public boolean hasLabels() {
    return note.isEmpty();
  }

  public double[] priorArray() {
    return priors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * @param file its name, without folders
   * @param sha256 of its bytes as delivered
   * @param rows in this language
   */
  public record LabelFile(String file, String sha256, long rows) {}

  /**
   * @param kind labels, stars or emoji
   * @param weight of each row in training
   * @param counts rows by class
   */
  public record Source(String kind, double weight, List<Long> counts) {
    public Source {
      counts = List.copyOf(counts);
    }
  }

  /**
   * What posts looked like in training.
   *
   * @param net shares of the held-out rows by calibrated net posterior, in the bins of {@link
   *     org.credence.statistics.NetHistogram}; empty when not known, as in cards of older releases
   * @param unknown mean share of a post's n-grams that the other training posts lack
   */
  public record Reference(List<Double> net, double unknown) implements Serializable {

    public static final Reference UNKNOWN = new Reference(List.of(), 0);

    public Reference {
      net = List.copyOf(net);
    }

    public boolean tells() {
      return !net.isEmpty();
    }
  }

  /** {@code softmax(slope x log posterior + biases)}. */
  public record Calibration(double slope, List<Double> biases) {
    public Calibration {
      biases = List.copyOf(biases);
    }
  }

  /**
   * Shares are 0 to 1. Labels shown divide the posterior by the prior; ECE is after calibration.
   *
   * @param rows held-out rows judged
   * @param digest of ids and labels of these rows and of their folds: figures of two models compare
   *     only when it is the same
   * @param folds how rows were held out, such as "3 folds by group"
   * @param confusion rows by true class, then by shown class
   */
  public record Evaluation(
      String digest,
      String folds,
      long rows,
      double macroF1,
      double macroRecall,
      double accuracy,
      double ece,
      List<List<Long>> confusion) {
    public Evaluation {
      confusion = List.copyOf(confusion);
    }
  }

  /**
   * @param how the groups were held out, such as "time-forward"
   */
  public record Backtest(String how, List<Group> groups) {
    public Backtest {
      groups = List.copyOf(groups);
    }
  }

  /**
   * One labelled group that the model did not know as it was then; negative, neutral, positive,
   * net.
   *
   * @param truth labelled shares
   * @param estimate the same as the method estimates them
   * @param variance classification variance of the estimate
   */
  public record Group(
      String group, long rows, List<Double> truth, List<Double> estimate, List<Double> variance) {
    public Group {
      truth = List.copyOf(truth);
      estimate = List.copyOf(estimate);
      variance = List.copyOf(variance);
    }
  }

  /**
   * @param tau standard deviations: negative, neutral, positive, net
   * @param degreesOfFreedom what they rest on; -1 for infinitely many
   * @param basis what they come from, as {@link org.credence.statistics.ShiftTerm.Basis} names it
   */
  public record Shift(List<Double> tau, double degreesOfFreedom, String basis) {
    public Shift {
      tau = List.copyOf(tau);
    }
  }
}
