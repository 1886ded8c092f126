package org.credence.jobs.cubes;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.jobs.Night;
import org.credence.models.ModelCard;
import org.credence.models.ModelStore;
import org.credence.models.ShiftTerms;
import org.credence.statistics.Method;
import org.credence.statistics.ShiftTerm;

/**
 * What is known of the sentiment models that serve: how their posteriors are to be read, and how
 * far estimates from them may be off.
 *
 * @param languages each model by its language
 * @param together how far estimates of posts of several languages are off
 */
record SentimentQuality(SortedMap<String, OfLanguage> languages, Shifts together)
    implements Serializable {

  private static final String SENTIMENT = "sentiment";

  /** Of models that nobody knows any more: the widest intervals. */
  static final SentimentQuality UNKNOWN = new SentimentQuality(new TreeMap<>(), Shifts.NONE);

  SentimentQuality {
    languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
  }

  /** From the cards of the champions. */
  static SentimentQuality of(Night night) {
    return of(
        new ModelStore(night.models())
            .champions(SENTIMENT, night.settings().credence().languages()));
  }

  static SentimentQuality of(Collection<ModelCard> cards) {
    SortedMap<String, OfLanguage> languages = new TreeMap<>();
    for (ModelCard card : cards) {
      languages.put(
          card.language(),
          new OfLanguage(
              card.priors(),
              new TreeSet<>(card.groupsWithHistory()),
              card.hasLabels(),
              card.reference(),
              new Shifts(ShiftTerms.of(card, Method.PCC), ShiftTerms.of(card, Method.MAP_SLD))));
    }
    Shifts together =
        cards.isEmpty()
            ? Shifts.NONE
            : new Shifts(
                ShiftTerms.pooled(cards, Method.PCC), ShiftTerms.pooled(cards, Method.MAP_SLD));
    return new SentimentQuality(languages, together);
  }

  /**
   * Shift terms by method.
   *
   * @param known of brands with labelled history
   * @param unknown of others
   */
  record Shifts(ShiftTerm known, ShiftTerm unknown) implements Serializable {

    static final Shifts NONE = new Shifts(ShiftTerm.noLabels(), ShiftTerm.noLabels());

    ShiftTerm of(Method method) {
      return switch (method) {
        case PCC -> known;
        case MAP_SLD -> unknown;
        case NO_LABELS -> ShiftTerm.noLabels();
      };
    }
  }

  /**
   * @param trainingPrior shares of negative, neutral, positive that the posteriors assume
   * @param labelledBrands brands with labelled history
   * @param labels whether any human label went in
   * @param reference what posts looked like in training
   */
  record OfLanguage(
      List<Double> trainingPrior,
      SortedSet<String> labelledBrands,
      boolean labels,
      ModelCard.Reference reference,
      Shifts shifts)
      implements Serializable {

    static final OfLanguage UNKNOWN =
        new OfLanguage(
            List.of(1 / 3.0, 1 / 3.0, 1 / 3.0),
            Collections.emptySortedSet(),
            false,
            ModelCard.Reference.UNKNOWN,
            Shifts.NONE);

    OfLanguage {
      trainingPrior = List.copyOf(trainingPrior);
      labelledBrands = Collections.unmodifiableSortedSet(new TreeSet<>(labelledBrands));
    }

    Method method(String brand) {
      if (!labels) {
        return Method.NO_LABELS;
      }
      return labelledBrands.contains(brand) ? Method.PCC : Method.MAP_SLD;
    }
  }

  OfLanguage of(String language) {
    return languages.getOrDefault(language, OfLanguage.UNKNOWN);
  }
}
