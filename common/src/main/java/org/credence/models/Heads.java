package org.credence.models;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineModel;
import org.credence.text.Features;

/**
 * The sentiment models of all languages, ready to score; broadcast once, shared by all threads.
 * Immutable.
 */
public final class Heads implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, CalibratedHead> byLanguage = new TreeMap<>();

  Heads(Collection<CalibratedHead> heads) {
    heads.forEach(head -> byLanguage.put(head.language(), head));
  }

  /** One model by itself, served or not. */
  public static Heads of(ModelCard card, PipelineModel pipeline) {
    return new Heads(List.of(CalibratedHead.of(card, pipeline)));
  }

  /** Digest of the coefficients of a sentiment pipeline: equal models have equal ones. */
  public static String contentOf(PipelineModel pipeline) {
    return new LinearHead("", pipeline).digest();
  }

  /** Scores nothing. */
  public static Heads none() {
    return new Heads(List.of());
  }

  /** Whether there is a model for this ISO 639-1 code; a post in another language is unscored. */
  public boolean scores(String language) {
    return byLanguage.containsKey(language);
  }

  /** Version of the model that serves a language. */
  public Optional<String> version(String language) {
    return Optional.ofNullable(byLanguage.get(language)).map(CalibratedHead::version);
  }

  /** Versions by language, sorted. */
  public Map<String, String> versions() {
    TreeMap<String, String> versions = new TreeMap<>();
    byLanguage.forEach((language, head) -> versions.put(language, head.version()));
    return versions;
  }

  /**
   * The calibrated posteriors of a post under the training prior, in millionths that sum to one
   * million.
   *
   * @param language one that {@link #scores}
   * @param ppm receives negative, neutral, positive
   * @return the share of the post's buckets that the model has never met, in millionths
   */
  public int posteriors(String language, Features post, int[] ppm) {
    CalibratedHead head = byLanguage.get(language);
    if (head == null) {
      throw new IllegalArgumentException("no model scores language " + language);
    }
    return head.posteriors(post, ppm);
  }
}
