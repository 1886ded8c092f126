package org.credence.jobs.apply;

import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.credence.brands.BrandMatcher;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.lake.Mentions;
import org.credence.settings.Settings;
import org.credence.trust.AttributePhrases;

/** Scores the posts that are not scored yet by the present methodology. */
public final class ApplyJob implements Stage {

  private final Function<Night, ServingModels> models;

  /** With the models that serve in the night's store. */
  public ApplyJob() {
    this(ServingModels::of);
  }

  ApplyJob(Function<Night, ServingModels> models) {
    this.models = models;
  }

  /** For spark-submit; the options are those of {@code credence apply}. */
  public static void main(String[] options) {
    StageMain.run("apply", options);
  }

  @Override
  public String name() {
    return "apply";
  }

  @Override
  public ApplyResult run(Night night) {
    ServingModels serving = models.apply(night);
    String methodology = Methodology.of(night.settings(), serving.versions(), night.authorKey());
    night.lake().ensure(Mentions.TABLE);
    Backlog backlog = Backlog.of(night.lake(), methodology, night.force());
    if (backlog instanceof Backlog.Nothing) {
      return ApplyResult.nothing(methodology);
    }
    Broadcast<PostScorer> scorer =
        JavaSparkContext.fromSparkContext(night.spark().sparkContext())
            .broadcast(scorer(night, serving));
    try {
      return new ScoringRun(night, methodology, scorer).score(backlog);
    } finally {
      scorer.destroy();
    }
  }

  private static PostScorer scorer(Night night, ServingModels serving) {
    Settings settings = night.settings();
    return new PostScorer(
        BrandMatcher.of(settings.brands(), night.authorKey()::handle),
        new AttributePhrases(settings.trustModel()),
        serving.heads().get(),
        settings.credence().languages());
  }
}
