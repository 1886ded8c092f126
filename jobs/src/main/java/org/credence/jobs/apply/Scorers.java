package org.credence.jobs.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.credence.brands.BrandMatcher;
import org.credence.jobs.Night;
import org.credence.models.Heads;
import org.credence.models.Methodologies;
import org.credence.models.Methodology;
import org.credence.trust.AttributePhrases;

/** Scores as it is done now, and as days were that keep what scored them. */
final class Scorers implements AutoCloseable {

  private final Night night;
  private final ServingModels models;
  private final Methodology now;
  private final Methodologies kept;
  private final Map<String, Optional<Methodology>> found = new HashMap<>();
  private final Map<String, Optional<Broadcast<PostScorer>>> scorers = new HashMap<>();
  private final List<Broadcast<PostScorer>> all = new ArrayList<>();

  Scorers(Night night, ServingModels models) {
    this.night = night;
    this.models = models;
    this.kept = new Methodologies(night.models());
    this.now = Methodology.of(night.settings(), models.versions(), night.authorKey().origin());
  }

  /** The methodology of the settings and models as they are. */
  Methodology now() {
    return now;
  }

  /** Whether days of a methodology say what they would say now. */
  boolean isNow(String methodology) {
    return methodology.equals(now.id()) || find(methodology).filter(now::scoresAs).isPresent();
  }

  private Optional<Methodology> find(String methodology) {
    return found.computeIfAbsent(methodology, kept::find);
  }

  /** Of the settings and models as they are. */
  Broadcast<PostScorer> present() {
    return scorers
        .computeIfAbsent(now.id(), any -> Optional.of(broadcast(now, models.heads().get())))
        .orElseThrow();
  }

  /**
   * Of a methodology, or nothing when it can't be repeated: it was of another release or key, or
   * one of its models is gone.
   */
  Optional<Broadcast<PostScorer>> of(String methodology) {
    if (isNow(methodology)) {
      return Optional.of(present());
    }
    return scorers.computeIfAbsent(methodology, id -> find(id).flatMap(this::repeated));
  }

  private Optional<Broadcast<PostScorer>> repeated(Methodology before) {
    return before.isRepeatable(now.key())
        ? models.former().apply(before.models()).map(heads -> broadcast(before, heads))
        : Optional.empty();
  }

  private Broadcast<PostScorer> broadcast(Methodology methodology, Heads heads) {
    PostScorer scorer =
        new PostScorer(
            BrandMatcher.of(methodology.brands(), night.authorKey()::handle),
            new AttributePhrases(methodology.trustModel()),
            heads,
            methodology.languages());
    Broadcast<PostScorer> broadcast =
        JavaSparkContext.fromSparkContext(night.spark().sparkContext()).broadcast(scorer);
    all.add(broadcast);
    return broadcast;
  }

  /** Before anything is scored by it: what scored a day must never be forgotten. */
  void keep() {
    kept.keep(now);
  }

  @Override
  public void close() {
    all.forEach(Broadcast::destroy);
  }
}
