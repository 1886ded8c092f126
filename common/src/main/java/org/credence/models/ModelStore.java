package org.credence.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineModel;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;

/**
 * Models as {@code <name>/<language>/<version>/} with a folder {@code pipeline} that MLlib loads
 * and {@code card.json}; the small object {@code <name>/<language>/champion} names the version that
 * serves. A version without a card is a half-written one and counts as absent. Beside it {@code
 * served} lists the versions that have served, oldest first, and {@code withdrawn} those that a
 * person has rolled back.
 */
public final class ModelStore {

  private static final String SERVED = "served";
  private static final String WITHDRAWN = "withdrawn";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final Storage storage;

  public ModelStore(Storage storage) {
    this.storage = storage;
  }

  /** The card of the model that serves a language. */
  public Optional<ModelCard> champion(String name, String language) {
    return storage
        .read(pointer(name, language))
        .flatMap(version -> card(name, language, version.strip()));
  }

  /** The cards of the models that serve, in the order of the languages. */
  public List<ModelCard> champions(String name, Collection<String> languages) {
    return languages.stream().flatMap(language -> champion(name, language).stream()).toList();
  }

  public Optional<ModelCard> card(String name, String language, String version) {
    return storage
        .read(folder(name, language, version) + "/card.json")
        .map(json -> parse(json, name, language));
  }

  /** Keeps a model; it does not serve before {@link #promote}. */
  public void save(ModelCard card, PipelineModel pipeline) {
    String folder = folder(card.name(), card.language(), card.version());
    storage.delete(folder);
    try {
      pipeline.write().overwrite().save(storage.uri(folder + "/pipeline"));
      storage.swap(folder + "/card.json", JSON.writeValueAsString(card) + "\n");
    } catch (IOException e) {
      throw new Refusal(
          "the %s model of %s could not be saved".formatted(card.name(), card.language()),
          String.valueOf(e.getMessage()),
          "Check the rights at " + storage.root() + " and run train again.",
          ExitCode.STORAGE,
          e);
    }
  }

  /** From now on this version serves its language. */
  public void promote(ModelCard card) {
    serve(card.name(), card.language(), card.version());
  }

  private void serve(String name, String language, String version) {
    List<String> served = new ArrayList<>(served(name, language));
    champion(name, language).map(ModelCard::version).ifPresent(before -> last(served, before));
    last(served, version);
    write(name, language, SERVED, served);
    List<String> withdrawn = new ArrayList<>(withdrawn(name, language));
    if (withdrawn.remove(version)) {
      write(name, language, WITHDRAWN, withdrawn);
    }
    storage.swap(pointer(name, language), version + "\n");
  }

  private static void last(List<String> versions, String version) {
    versions.remove(version);
    versions.add(version);
  }

  /** Versions that have served a language and are still kept, the one of last time last. */
  public List<String> served(String name, String language) {
    return lines(name, language, SERVED).stream()
        .filter(version -> card(name, language, version).isPresent())
        .toList();
  }

  /** Versions that a person has rolled back: they serve again only when somebody asks for it. */
  public List<String> withdrawn(String name, String language) {
    return lines(name, language, WITHDRAWN);
  }

  /**
   * Lets another version serve in the place of the champion.
   *
   * @param version that is kept
   */
  public void rollBack(ModelCard champion, String version) {
    List<String> withdrawn = new ArrayList<>(withdrawn(champion.name(), champion.language()));
    last(withdrawn, champion.version());
    write(champion.name(), champion.language(), WITHDRAWN, withdrawn);
    serve(champion.name(), champion.language(), version);
  }

  private List<String> lines(String name, String language, String list) {
    return storage.read(name + "/" + language + "/" + list).stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private void write(String name, String language, String list, List<String> versions) {
    storage.swap(name + "/" + language + "/" + list, String.join("\n", versions) + "\n");
  }

  /** The MLlib pipeline of a card. */
  public PipelineModel pipeline(ModelCard card) {
    return PipelineModel.load(
        storage.uri(folder(card.name(), card.language(), card.version()) + "/pipeline"));
  }

  /**
   * The models that serve these languages, laid out for scoring; a language without one is left.
   */
  public Heads heads(String name, Collection<String> languages) {
    List<CalibratedHead> heads = new ArrayList<>();
    for (ModelCard card : champions(name, languages)) {
      heads.add(CalibratedHead.of(card, pipeline(card)));
    }
    return new Heads(heads);
  }

  /**
   * The cards of models that serve or have served.
   *
   * @param identities language to {@link ModelCard#identity}
   * @return those that are kept
   */
  public List<ModelCard> cards(String name, Map<String, String> identities) {
    return new TreeMap<>(identities)
        .entrySet().stream()
            .flatMap(
                model ->
                    card(name, model.getKey(), ModelCard.versionOf(model.getValue()))
                        .filter(card -> card.identity().equals(model.getValue()))
                        .stream())
            .toList();
  }

  /** The same models, laid out for scoring; nothing when one of them is not kept any more. */
  public Optional<Heads> heads(String name, Map<String, String> identities) {
    List<ModelCard> cards = cards(name, identities);
    return cards.size() < identities.size()
        ? Optional.empty()
        : Optional.of(
            new Heads(cards.stream().map(c -> CalibratedHead.of(c, pipeline(c))).toList()));
  }

  private static ModelCard parse(String json, String name, String language) {
    try {
      return JSON.readValue(json, ModelCard.class);
    } catch (JsonProcessingException e) {
      throw new Refusal(
          "the card of the %s model of %s can't be read".formatted(name, language),
          e.getOriginalMessage(),
          "Delete that version from the model store and run train again.",
          ExitCode.CONFIGURATION,
          e);
    }
  }

  private static String folder(String name, String language, String version) {
    return name + "/" + language + "/" + version;
  }

  private static String pointer(String name, String language) {
    return name + "/" + language + "/champion";
  }
}
