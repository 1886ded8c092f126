package org.credence.jobs.night;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.credence.archive.AuthorKey;
import org.credence.cubes.AuditRule;
import org.credence.jobs.nightly.Backfill;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.jobs.nightly.DateRange;
import org.credence.jobs.nightly.Foresight;
import org.credence.jobs.nightly.NightOptions;
import org.credence.jobs.nightly.NightProgress;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.Nightly;
import org.credence.jobs.nightly.Plan;
import org.credence.jobs.nightly.RekeyRun;
import org.credence.jobs.nightly.Step;
import org.credence.settings.Settings;

/**
 * A workplace in a temporary folder with the shipped settings, and nights run in it as a user
 * would.
 */
final class TestNight {

  static final Map<String, String> ENVIRONMENT =
      Map.of(AuthorKey.VARIABLE, "a key for tests only, 32 letters");

  /** Tries failed tasks again, as the shipped settings do. */
  private static final Optional<String> TWO_CORES = Optional.of("local[2,4]");

  private final Path folder;
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private Map<String, String> environment = ENVIRONMENT;

  /**
   * @param conf files that stand in for the shipped ones
   */
  TestNight(Path folder, Optional<Path> conf) throws IOException {
    this.folder = folder;
    copy(Path.of("../conf"), folder.resolve("conf"));
    if (conf.isPresent()) {
      copy(conf.get(), folder.resolve("conf"));
    }
    set("demo", "false");
    set("locations.archive", "archive");
  }

  /** The archive and labels of the test resources. */
  static TestNight golden(Path folder) throws IOException {
    Path golden = Path.of("src/test/resources/golden");
    TestNight night = new TestNight(folder, Optional.of(golden.resolve("conf")));
    copy(golden.resolve("archive"), folder.resolve("archive"));
    copy(golden.resolve("labels"), folder.resolve("labels"));
    night.set("training.labels", "[labels/sentiment.tsv]");
    night.set("minimum-cell-size", "3");
    return night;
  }

  /** The embedded demo, whose first night makes its archive. */
  static TestNight demo(Path folder) throws IOException {
    TestNight night = new TestNight(folder, Optional.empty());
    night.overrides.clear();
    return night;
  }

  Path folder() {
    return folder;
  }

  void set(String key, String value) {
    overrides.put(key, value);
  }

  /** From now on with another author key, after those before it. */
  void keys(String newest, String... before) {
    environment = Map.of(AuthorKey.VARIABLE, newest, AuthorKey.BEFORE, String.join("\n", before));
  }

  Map<String, String> environment() {
    return environment;
  }

  /** As {@code credence rekey} does. */
  RekeyRun.Outcome rekey() {
    return new RekeyRun(settings(), environment).run(TWO_CORES, new Silent());
  }

  /** Adds a line to spark/local.conf. */
  void spark(String key, String value) throws IOException {
    Files.writeString(
        folder.resolve("conf/spark/local.conf"),
        "\n" + key + " " + value + "\n",
        java.nio.file.StandardOpenOption.APPEND);
  }

  Settings settings() {
    return Settings.load(folder.resolve("conf"), overrides);
  }

  /** The same for a command line. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--conf-dir", folder.resolve("conf").toString()));
    overrides.forEach((key, value) -> options.addAll(List.of("--set", key + "=" + value)));
    return options;
  }

  NightReport run(String date, boolean force) {
    return run("nightly", Step.all(), date, force, Optional.empty());
  }

  /** One stage, as a task of a scheduler's run. */
  NightReport stage(Step step, String date, String runId) {
    return run(step.id(), List.of(step), date, false, Optional.of(runId));
  }

  /** A night in which audits may fail. */
  NightReport accepting(String date, Map<AuditRule, String> accepted) {
    NightOptions options =
        new NightOptions(
            "nightly",
            Optional.of(LocalDate.parse(date)),
            Step.all(),
            false,
            TWO_CORES,
            Optional.empty(),
            accepted);
    return nightly().run(options, new Silent());
  }

  /** What a night would break and cost. */
  Foresight foresee(String date) {
    NightOptions options =
        new NightOptions(
            "plan",
            Optional.of(LocalDate.parse(date)),
            Step.all(),
            false,
            Optional.empty(),
            Optional.empty());
    return nightly().foresee(options).orElseThrow();
  }

  /** Several nights; told are those that ended well. */
  void backfill(String from, String to, Consumer<NightReport> done) {
    DateRange range = new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    new Backfill(nightly(), range).run(ofRange(), new Silent(), done);
  }

  List<Plan> plans(String from, String to) {
    DateRange range = new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    return new Backfill(nightly(), range).plans(ofRange()).orElseThrow();
  }

  private static NightOptions ofRange() {
    return new NightOptions(
        "nightly", Optional.empty(), Step.all(), false, TWO_CORES, Optional.empty());
  }

  private Nightly nightly() {
    return new Nightly(settings(), environment, new CodeVersion("test", "0"));
  }

  /** Upkeep that looks at every file. */
  NightReport maintain(String date) {
    return run("maintain", List.of(Step.MAINTAIN), date, true, Optional.empty());
  }

  private NightReport run(
      String command, List<Step> steps, String date, boolean force, Optional<String> runId) {
    NightOptions options =
        new NightOptions(
            command, Optional.of(LocalDate.parse(date)), steps, force, TWO_CORES, runId);
    return nightly().run(options, new Silent());
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Path parent = target.getParent();
            if (parent != null) {
              Files.createDirectories(parent);
            }
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static final class Silent implements NightProgress {
    @Override
    public void begin(String stage) {}

    @Override
    public void tasks(int done, int known) {}

    @Override
    public void end(String summary, Duration took) {}

    @Override
    public void step(String what) {}

    @Override
    public void note(String what) {}
  }
}
