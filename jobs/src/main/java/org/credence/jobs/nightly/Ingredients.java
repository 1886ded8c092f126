package org.credence.jobs.nightly;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.credence.lake.erasure.ErasureRequests;
import org.credence.settings.BrandsFile;
import org.credence.settings.CredenceSettings;
import org.credence.settings.Digest;
import org.credence.settings.Settings;
import org.credence.storage.Storage;
import org.credence.storage.StoredFile;

/**
 * Everything that the result of each stage depends on, as name and digest. A stage is due when one
 * of them differs from those that the ledger holds for it.
 */
final class Ingredients {

  static final String DROPS = "the drops";
  static final String DATE = "the date";
  static final String ERASURES = "the requests to erase";
  static final String AUTHOR_KEY = "the author key";
  static final String PAGE = "the report's page";
  private static final String CHAMPION = "champion";

  private final Places places;
  private final Dates dates;
  private final Map<String, DropListing> drops;
  private final String authorKey;
  private final CodeVersion code;

  /**
   * @param drops what the lake has taken when the night is done
   * @param authorKey fingerprint of the oldest key: adding one changes nothing that is computed
   */
  Ingredients(
      Places places,
      Dates dates,
      Map<String, DropListing> drops,
      String authorKey,
      CodeVersion code) {
    this.places = places;
    this.dates = dates;
    this.drops = drops;
    this.authorKey = authorKey;
    this.code = code;
  }

  /** The same with other drops. */
  Ingredients withDrops(Map<String, DropListing> taken) {
    return new Ingredients(places, dates, taken, authorKey, code);
  }

  Dates dates() {
    return dates;
  }

  /**
   * @param done what was done so far: a stage depends on the ingredients of the stages before it
   */
  Map<String, String> of(Step step, Ledger done) {
    Settings settings = places.settings();
    CredenceSettings credence = settings.credence();
    Map<String, String> ingredients = new TreeMap<>();
    put(ingredients, "the code", code);
    switch (step) {
      case INGEST -> {
        put(ingredients, DATE, dates.of(step));
        put(ingredients, DROPS, drops);
        put(ingredients, "sources.yaml", settings.sources());
        if (!settings.mappings().isEmpty()) {
          put(ingredients, "the mapping files", settings.mappings());
        }
        put(ingredients, AUTHOR_KEY, authorKey);
        put(ingredients, "the lake", lake());
        put(ingredients, ERASURES, new ErasureRequests(places.runs()).newest());
      }
      case TRAIN -> {
        put(ingredients, "the labels", listed(labelFiles()));
        put(ingredients, "the training settings", credence.training(), credence.seed());
        put(ingredients, "the languages", credence.languages());
      }
      case APPLY -> {
        put(ingredients, "what ingest took", upstream(Step.INGEST, done));
        put(ingredients, "brands.yaml", settings.brands());
        put(ingredients, "trust-model.yaml", settings.trustModel());
        put(ingredients, "the models", models());
        put(ingredients, "the languages", credence.languages());
        put(ingredients, "the reporting time zone", credence.reportingTimeZone());
      }
      case TOPICS -> {
        put(ingredients, DATE, dates.of(step));
        put(ingredients, "the mentions", upstream(Step.APPLY, done));
        put(ingredients, "the topic settings", credence.topics());
        put(ingredients, "the seed", credence.seed());
      }
      case CUBES -> {
        put(ingredients, DATE, dates.of(step));
        put(ingredients, "the mentions", upstream(Step.APPLY, done));
        put(ingredients, "the topics", upstream(Step.TOPICS, done));
        put(ingredients, "the minimum cell size", credence.minimumCellSize());
        put(ingredients, "the settings of employees", credence.employees());
        put(ingredients, "the surveys", listed(files(credence.surveys())));
        put(ingredients, "the bot settings", credence.bots());
        put(ingredients, "the seed", credence.seed());
        put(ingredients, "the published edition", published());
      }
      case REPORT -> {
        put(ingredients, DATE, dates.of(step));
        put(ingredients, "the cubes", upstream(Step.CUBES, done));
        put(ingredients, PAGE, report());
      }
      case MAINTAIN -> {
        put(ingredients, DATE, dates.of(step));
        put(ingredients, "the cubes", upstream(Step.CUBES, done));
        put(ingredients, "what is kept", credence.editions(), credence.retention());
        put(ingredients, "the upkeep settings", credence.upkeep());
      }
    }
    return ingredients;
  }

  private static void put(Map<String, String> ingredients, String name, Object... values) {
    ingredients.put(name, Digest.brief(values));
  }

  private static String upstream(Step step, Ledger done) {
    return done.of(step).map(entry -> Digest.brief(entry.ingredients())).orElse("never");
  }

  /** Where the tables are, and whether somebody removed them. */
  private String lake() {
    Settings settings = places.settings();
    CredenceSettings.Catalog catalog = settings.credence().catalog();
    String home = catalog.type() + " " + catalog.uri() + " " + settings.lake();
    if (catalog.type() == CredenceSettings.CatalogType.REST) {
      return home;
    }
    boolean empty = places.open(settings.lake()).list("credence/coverage/metadata").isEmpty();
    return empty ? home + " empty" : home;
  }

  private static String listed(Stream<NamedFile> files) {
    return files
        .map(file -> file.listed().map(StoredFile::toString).orElse(file.at() + " missing"))
        .collect(Collectors.joining("\n"));
  }

  /** Of all label files that are there. */
  long labelBytes() {
    return labelFiles().flatMap(file -> file.listed().stream()).mapToLong(StoredFile::size).sum();
  }

  private record NamedFile(URI at, Optional<StoredFile> listed) {}

  private Stream<NamedFile> labelFiles() {
    return files(places.settings().credence().training().labels());
  }

  private Stream<NamedFile> files(List<String> names) {
    return names.stream().map(name -> places.settings().location(name)).map(this::file);
  }

  private NamedFile file(URI at) {
    String name = Objects.requireNonNullElse(at.getPath(), "").replaceFirst(".*/", "");
    return new NamedFile(at, places.open(at.resolve(".")).list(name).stream().findFirst());
  }

  private String models() {
    Storage models = places.models();
    return models.list("").stream()
        .filter(file -> file.name().startsWith(CHAMPION))
        .map(file -> file.key() + "=" + models.read(file.key()).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private String published() {
    return present(places.cubes(), "LATEST");
  }

  private String report() {
    return present(places.reports(), dates.published() + "/index.html");
  }

  private static String present(Storage storage, String key) {
    return storage.list(key).isEmpty() ? "missing" : "there";
  }

  /** The whole configuration, for the run record. */
  static String configuration(Settings settings) {
    BrandsFile brands = settings.brands();
    String shipped =
        Digest.brief(settings.credence(), brands, settings.trustModel(), settings.sources());
    return settings.mappings().isEmpty() ? shipped : Digest.brief(shipped, settings.mappings());
  }
}
