package org.credence.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.settings.BrandsFile;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Digest;
import org.credence.settings.Settings;
import org.credence.settings.TrustModelFile;
import org.credence.settings.TrustModelFile.Attribute;
import org.credence.settings.TrustModelFile.Cluster;
import org.credence.text.Features;

/**
 * Everything but the post that decides what a mention says. It is kept, so that a late post of an
 * old day can be scored as the other posts of that day were.
 *
 * @param code versions of the rules in the code
 * @param languages that are scored, ISO 639-1
 * @param models language to {@link ModelCard#identity} of the sentiment model that serves it
 * @param key fingerprint of the first key that hid authors, which stays when keys are added
 */
public record Methodology(
    List<Integer> code,
    BrandsFile brands,
    TrustModelFile trustModel,
    List<String> languages,
    SortedMap<String, String> models,
    String key) {

  /** Goes up when the same post, settings and models would give another mention. */
  private static final int VERSION = 1;

  /** Of this release; others can't be repeated. */
  private static final List<Integer> CODE = List.of(VERSION, Features.VERSION);

  public Methodology {
    code = List.copyOf(code);
    languages = List.copyOf(languages);
    models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
  }

  /**
   * As it is now.
   *
   * @param models language to identity of the model
   */
  public static Methodology of(Settings settings, Map<String, String> models, String key) {
    return new Methodology(
        CODE,
        settings.brands(),
        settings.trustModel(),
        settings.credence().languages(),
        new TreeMap<>(models),
        key);
  }

  public String id() {
    List<Object> parts = new ArrayList<>(code);
    parts.addAll(List.of(brands, trustModel, languages, models, key));
    return Digest.brief(parts.toArray());
  }

  /** Whether this release, with this key, scores as it did. */
  public boolean isRepeatable(String presentKey) {
    return code.equals(CODE) && key.equals(presentKey);
  }

  /** Brands and trust model, as the cubes name them. */
  public String taxonomy() {
    return taxonomy(brands, trustModel);
  }

  public static String taxonomy(BrandsFile brands, TrustModelFile trustModel) {
    return trustModel.id()
        + "-"
        + trustModel.version()
        + "-"
        + Digest.of(brands, trustModel).substring(0, 8);
  }

  /**
   * What the volumes of a brand depend on: its own words and accounts, and the languages that are
   * told apart. Another brand never changes them. Nothing for a brand that is not looked for.
   */
  public Optional<String> counts(String brand) {
    return brands.brands().stream()
        .filter(one -> one.id().equals(brand))
        .findFirst()
        .map(
            one ->
                Digest.brief(code, languages, key, one.aliases(), one.accounts(), one.exclude()));
  }

  /** What the trust figures of a brand depend on: models and trust model, too. */
  public Optional<String> scores(String brand) {
    return counts(brand).map(counts -> Digest.brief(counts, versions(), attributes()));
  }

  /**
   * Without digests of coefficients: those of one version differ in the last bits of sums, in whose
   * order executors answer.
   */
  private SortedMap<String, String> versions() {
    SortedMap<String, String> versions = new TreeMap<>(models);
    versions.replaceAll((language, identity) -> ModelCard.versionOf(identity));
    return versions;
  }

  /** The trust model without the names that are shown. */
  private List<String> attributes() {
    List<String> attributes = new ArrayList<>();
    for (Cluster cluster : trustModel.clusters()) {
      for (Attribute attribute : cluster.attributes()) {
        attributes.add(cluster.id() + " " + attribute.id() + " " + attribute.phrases());
      }
    }
    return attributes;
  }

  /** Cluster of each attribute. */
  public SortedMap<String, String> clusters() {
    return clusters(trustModel);
  }

  public static SortedMap<String, String> clusters(TrustModelFile trustModel) {
    SortedMap<String, String> clusters = new TreeMap<>();
    for (Cluster cluster : trustModel.clusters()) {
      cluster.attributes().forEach(attribute -> clusters.put(attribute.id(), cluster.id()));
    }
    return clusters;
  }

  /** Whether every mention is the same by both. */
  public boolean scoresAs(Methodology other) {
    return changes(other).isEmpty();
  }

  /**
   * What is different in another one that decides what mentions say, in words; none when nothing.
   */
  public List<String> changes(Methodology next) {
    List<String> changes = new ArrayList<>();
    if (!code.equals(next.code)) {
      changes.add("the release");
    }
    if (!models.equals(next.models)) {
      changes.add("the models of " + String.join(", ", different(models, next.models)));
    }
    SortedSet<String> brandIds = different(definitions(), next.definitions());
    if (!brandIds.isEmpty()) {
      changes.add("the brands " + String.join(", ", brandIds));
    }
    if (!attributes().equals(next.attributes())) {
      changes.add("the trust model");
    }
    if (!languages.equals(next.languages)) {
      changes.add("the languages");
    }
    if (!key.equals(next.key)) {
      changes.add("the author key");
    }
    return List.copyOf(changes);
  }

  private SortedMap<String, String> definitions() {
    SortedMap<String, String> definitions = new TreeMap<>();
    for (Brand brand : brands.brands()) {
      definitions.put(brand.id(), brand.aliases() + " " + brand.accounts() + " " + brand.exclude());
    }
    return definitions;
  }

  private static SortedSet<String> different(
      SortedMap<String, String> one, SortedMap<String, String> other) {
    SortedSet<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> java.util.Objects.equals(one.get(name), other.get(name)));
    return names;
  }
}
