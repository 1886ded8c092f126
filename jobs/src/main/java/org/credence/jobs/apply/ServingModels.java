package org.credence.jobs.apply;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.credence.jobs.Night;
import org.credence.models.Heads;
import org.credence.models.ModelCard;
import org.credence.models.ModelStore;

/**
 * The sentiment models that serve: what they are is known before they are loaded, which may never
 * be needed.
 *
 * @param versions language to version
 * @param heads loads them
 */
public record ServingModels(Map<String, String> versions, Supplier<Heads> heads) {

  private static final String SENTIMENT = "sentiment";

  public ServingModels {
    versions = Map.copyOf(versions);
  }

  /** The champions of the night's languages. */
  static ServingModels of(Night night) {
    ModelStore store = new ModelStore(night.models());
    List<String> languages = night.settings().credence().languages();
    Map<String, String> versions =
        store.champions(SENTIMENT, languages).stream()
            .collect(toMap(ModelCard::language, card -> card.version() + " " + card.content()));
    return new ServingModels(versions, () -> store.heads(SENTIMENT, languages));
  }

  /** Models that are loaded already. */
  static ServingModels of(Heads heads) {
    return new ServingModels(heads.versions(), () -> heads);
  }
}
