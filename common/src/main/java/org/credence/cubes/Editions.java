package org.credence.cubes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Fence;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;
import org.credence.storage.StorageFailure;

/**
 * The folder of all editions. An edition is immutable; {@code LATEST} names the one that stands,
 * and swapping it publishes all cubes at once.
 */
public final class Editions {

  static final String LATEST = "LATEST";
  private static final String LINK = "latest";

  private final Storage storage;

  public Editions(Storage storage) {
    this.storage = storage;
  }

  Storage storage() {
    return storage;
  }

  /** The edition that stands. */
  public Optional<Edition> latest() {
    return storage.read(LATEST).flatMap(name -> edition(name.strip()));
  }

  /** An edition that was published and is still there. */
  public Optional<Edition> edition(String name) {
    String key = name + "/" + Edition.FILE;
    return storage.read(key).map(json -> Edition.fromJson(key, json));
  }

  /** All whole editions by name, which begins with the night; the one that stands is among them. */
  public List<String> names() {
    return storage.list("").stream()
        .map(file -> file.key())
        .filter(key -> key.endsWith("/" + Edition.FILE) && key.indexOf('/') == key.lastIndexOf('/'))
        .filter(key -> !key.startsWith(LINK + "/"))
        .map(key -> key.substring(0, key.indexOf('/')))
        .sorted()
        .toList();
  }

  /** The rows of some months of one cube, or none, in the cube's columns. */
  public Dataset<Row> read(SparkSession spark, Edition edition, Cube cube, Set<String> months) {
    String[] files = edition.files(cube, months).stream().map(storage::uri).toArray(String[]::new);
    return files.length == 0
        ? spark.createDataFrame(List.of(), cube.table().schema())
        : spark.read().schema(cube.table().schema()).parquet(files);
  }

  /**
   * A folder to write to: the name itself, or with a number when an edition of that name is there
   * already. What a crash has left under the name is swept.
   */
  public String reserve(String name) {
    for (int number = 1; ; number++) {
      String folder = number == 1 ? name : name + "-" + number;
      if (storage.read(folder + "/" + Edition.FILE).isEmpty()) {
        storage.delete(folder);
        return folder;
      }
    }
  }

  /**
   * Makes a finished edition the one that stands. Before this nobody sees it.
   *
   * @param fence asked right before the swap
   * @throws Refusal when the one that stands is of a later night: readers never go back unasked
   */
  public void publish(Edition edition, CubeRegistry registry, Fence fence) {
    for (String language : List.of("en", "fr")) {
      String dictionary = new Dictionary(registry).markdown(edition, language);
      storage.swap(edition.name() + "/dictionary/dictionary." + language + ".md", dictionary);
    }
    storage.swap(
        edition.name() + "/dictionary/dictionary.json", new Dictionary(registry).json(edition));
    EngineViews views = new EngineViews(registry, storage.root());
    storage.swap(edition.name() + "/views/duckdb.sql", views.duckDb(edition));
    storage.swap(edition.name() + "/views/trino.sql", views.trino(edition));
    storage.swap(edition.name() + "/" + Edition.FILE, edition.toJson());
    fence.check();
    refuseToGoBack(edition);
    stand(edition.name());
  }

  private void refuseToGoBack(Edition edition) {
    latest()
        .filter(stands -> stands.night().compareTo(edition.night()) > 0)
        .ifPresent(
            stands -> {
              throw new Refusal(
                  "Nothing was published for the night of " + edition.night(),
                  "edition %s of a later night stands".formatted(stands.name()),
                  "Run again: an older night publishes as of the one that stands; only credence"
                      + " rollback goes back.",
                  ExitCode.BUSY);
            });
  }

  private void stand(String edition) {
    storage.swap(LATEST, edition + "\n");
    link(edition);
  }

  /** Editions that a person has rolled back: what is in them is not published again unasked. */
  public List<String> withdrawn() {
    return Rollback.last(storage).map(Rollback::withdrawn).orElse(List.of());
  }

  /**
   * Makes an older edition stand again.
   *
   * @param fence asked right before the swap
   * @throws Refusal when it is not whole
   */
  public void rollBack(Edition from, Edition to, String run, Fence fence) {
    refuseIfBroken(to);
    fence.check();
    // Before the swap: a crash in between leaves a rollback that does not stand, and is repeated.
    Rollback.between(from.name(), to.name(), run, withdrawn()).write(storage);
    stand(to.name());
  }

  private void refuseIfBroken(Edition edition) {
    Set<String> there = new HashSet<>();
    storage.list(edition.name()).forEach(file -> there.add(file.key()));
    edition.files().stream()
        .filter(file -> !there.contains(file))
        .findFirst()
        .ifPresent(
            file -> {
              throw new Refusal(
                  "Can't roll back to edition " + edition.name(),
                  "it is not whole, " + file + " is gone",
                  "Name another edition with --to.",
                  ExitCode.INPUT_NOT_READY);
            });
  }

  /** On a local disk {@code latest} is a link that people and globs can follow. */
  private void link(String edition) {
    if (!"file".equals(storage.root().getScheme())) {
      return;
    }
    Path folder = Path.of(storage.root().getPath());
    Path fresh = folder.resolve("." + LINK + "-" + edition);
    try {
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Path.of(edition));
      Files.move(fresh, folder.resolve(LINK), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      throw StorageFailure.of("link", storage.root(), LINK, e);
    }
  }
}
