package org.credence.jobs.apply;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.credence.jobs.Night;
import org.credence.models.Heads;
import org.credence.models.ModelCard;
import org.credence.models.ModelStore;

/**
 * The sentiment models that serve: what they are is known before they are loaded, which may never
 * be needed.
 *
 * @param versions language to identity of the model
 * @param heads loads them
 * @param former loads those that served before, by their versions, if all of them are kept
 */
public record ServingModels(
    Map<String, String> versions,
    Supplier<Heads> heads,
    Function<Map<String, String>, Optional<Heads>> former) {

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
            .collect(toMap(ModelCard::language, ModelCard::identity));
    return new ServingModels(
        versions,
        () -> store.heads(SENTIMENT, languages),
        identities -> store.heads(SENTIMENT, identities));
  }

  /** Models that are loaded already, and nothing but none before them. */
  static ServingModels of(Heads heads) {
    return new ServingModels(
        heads.versions(),
        () -> heads,
        versions -> versions.isEmpty() ? Optional.of(Heads.none()) : Optional.empty());
  }
}
