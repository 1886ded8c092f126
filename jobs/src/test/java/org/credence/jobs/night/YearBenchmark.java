package org.credence.jobs.night;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.credence.jobs.s3.S3Server;
import org.credence.jobs.simulate.Simulation;
import org.credence.jobs.simulate.SimulationOptions;

/**
 * Whether the cost of a night depends on the age of the lake: the same night of about 1,000 posts,
 * with 50 delete notices, 50 copies and 50 replies about posts of any age, on a lake of 365 days
 * and on one of 30, each built by one backlog. By hand, from the folder {@code jobs} of a packaged
 * build: {@code YearBenchmark FOLDER cpu [ROUNDS]} prints CPU seconds of whole processes, the lakes
 * taking turns; {@code requests} those that reach an S3 server; {@code disk NIGHTS} what a lake and
 * its editions take after so many nights with upkeep, beside one load of the same drops. {@code
 * -Dscale=0.1} makes every day a tenth, for a quick look.
 */
public final class YearBenchmark {

  private static final LocalDate NIGHT = LocalDate.parse("2026-12-10");
  private static final int[] DAYS = {365, 30};

  private final Path folder;
  private final double scale;

  private YearBenchmark(Path folder, double scale) {
    this.folder = folder;
    this.scale = scale;
  }

  public static void main(String[] arguments) throws Exception {
    double scale = Double.parseDouble(System.getProperty("scale", "1"));
    YearBenchmark benchmark = new YearBenchmark(Path.of(arguments[0]).toAbsolutePath(), scale);
    int number = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    switch (arguments[1]) {
      case "cpu" -> benchmark.cpu(number);
      case "requests" -> benchmark.requests();
      case "disk" -> benchmark.disk(number);
      default -> throw new IllegalArgumentException("cpu, requests or disk");
    }
  }

  private void cpu(int rounds) throws Exception {
    for (int days : DAYS) {
      build(days);
    }
    double[][] seconds = new double[DAYS.length][rounds];
    // The first round warms the disk and archives classes.
    for (int round = -1; round < rounds; round++) {
      for (int lake = 0; lake < DAYS.length; lake++) {
        double cpu = night(DAYS[lake]);
        if (round >= 0) {
          seconds[lake][round] = cpu;
        }
        System.out.printf("round %d, %d days: %.1f CPU s%n", round, DAYS[lake], cpu);
      }
    }
    for (double[] rounded : seconds) {
      Arrays.sort(rounded);
    }
    report("CPU seconds", seconds[0][rounds / 2], seconds[1][rounds / 2]);
  }

  private void requests() throws Exception {
    long[] counts = new long[DAYS.length];
    for (int lake = 0; lake < DAYS.length; lake++) {
      int days = DAYS[lake];
      Map<String, Long> requests = requests(days);
      requests.forEach((what, count) -> System.out.printf("%d days: %6d %s%n", days, count, what));
      counts[lake] = requests.values().stream().mapToLong(Long::longValue).sum();
    }
    report("requests", counts[0], counts[1]);
  }

  /** By method and the first two folders of what was asked for. */
  private Map<String, Long> requests(int days) throws Exception {
    Path place = place(days);
    Map<String, Long> requests = new ConcurrentHashMap<>();
    Path data = folder.resolve("s3");
    delete(data);
    try (S3Server server =
        S3Server.start(data, line -> requests.merge(kind(line), 1L, Long::sum))) {
      TestNight night =
          S3NightIT.onS3(workplace(), server, place, server.properties(S3Server.SECRET));
      night.run(NIGHT.minusDays(1).toString(), false);
      requests.clear();
      night.run(NIGHT.toString(), false);
      return new TreeMap<>(requests);
    } finally {
      org.apache.hadoop.fs.FileSystem.closeAll();
    }
  }

  private static String kind(String line) {
    String[] parts = line.split("[ /?]+", 6);
    int known = line.contains("/lake/") ? 5 : 3;
    return String.join(" ", Arrays.copyOf(parts, Math.min(known, parts.length)));
  }

  private void disk(int nights) throws Exception {
    LocalDate first = NIGHT.minusDays(nights - 1L);
    Path place = place(DAYS[1] + nights);
    run("nightly", "--date", first.minusDays(1).toString());
    run("nightly", "--from", first.toString(), "--to", NIGHT.toString());
    long grown = bytes(place, "lake", "cubes");
    long lake = bytes(place, "lake");
    place(DAYS[1] + nights);
    run("nightly", "--date", NIGHT.toString());
    report("bytes of the lake", lake, bytes(place, "lake"));
    report("bytes of lake and editions", grown, bytes(place, "lake", "cubes"));
  }

  private static void report(String what, double old, double young) {
    System.out.printf("%s: %,.1f to %,.1f, ratio %.3f%n", what, old, young, old / young);
  }

  /** A workplace with an archive of so many drops before the night, and that of the night. */
  private Path place(int days) throws Exception {
    Path simulated = folder.resolve("simulated");
    SimulationOptions options =
        new SimulationOptions(
            SimulationOptions.DEMO.seed(), NIGHT.minusDays(DAYS[0]), DAYS[0] + 1, scale);
    Simulation.write(simulated, options);
    Path place = folder.resolve("run");
    delete(place);
    workplace();
    copy(simulated.resolve("labels"), place.resolve("labels"));
    Path archive = place.resolve("archive");
    for (Path drop : drops(simulated.resolve("archive"))) {
      LocalDate date = LocalDate.parse(drop.getFileName().toString());
      if (!date.isBefore(NIGHT.minusDays(days))) {
        copy(drop, archive.resolve(simulated.resolve("archive").relativize(drop)));
      }
    }
    OldPosts.add(archive.resolve("twitter"), NIGHT, days);
    return place;
  }

  private static List<Path> drops(Path archive) throws IOException {
    try (Stream<Path> drops = Files.walk(archive)) {
      return drops
          .filter(path -> path.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d"))
          .toList();
    }
  }

  private TestNight workplace() throws IOException {
    TestNight night = new TestNight(folder.resolve("run"), java.util.Optional.empty());
    night.set("training.labels", "[labels/sentiment.tsv]");
    return night;
  }

  /** The lake of the days before the night: paths are in its metadata, so it has but one place. */
  private void build(int days) throws Exception {
    Path built = folder.resolve("built-" + days);
    if (!Files.isDirectory(built)) {
      Path place = place(days);
      System.out.printf(
          "built %d days: %.1f CPU s%n",
          days, run("nightly", "--date", NIGHT.minusDays(1).toString()));
      copy(place, built);
    }
  }

  private double night(int days) throws Exception {
    delete(folder.resolve("run"));
    copy(folder.resolve("built-" + days), folder.resolve("run"));
    return run("nightly", "--date", NIGHT.toString());
  }

  /** CPU seconds, those of the launcher's children included. */
  private double run(String... arguments) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%U %S'; time \"$@\" 2>err.txt",
                "bash",
                Path.of("bin/credence").toAbsolutePath().toString()));
    line.addAll(List.of(arguments));
    line.addAll(workplace().options());
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().putAll(TestNight.ENVIRONMENT);
    builder.environment().put("CREDENCE_BUILD", "off");
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(told + Files.readString(folder.resolve("err.txt")));
    }
    String[] last = told.strip().lines().reduce("", (before, after) -> after).split(" ", 2);
    return Double.parseDouble(last[0]) + Double.parseDouble(last[1]);
  }

  /** With times, links and the attributes of files. */
  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    command("cp", "-a", from + "/.", to.toString());
  }

  private static void delete(Path path) throws Exception {
    command("rm", "-rf", path.toString());
  }

  private static String command(String... line) throws Exception {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", line) + ": " + told);
    }
    return told;
  }

  /** Each file once, however many links there are to it. */
  private static long bytes(Path place, String... folders) throws Exception {
    List<String> line = new ArrayList<>(List.of("du", "-scb"));
    for (String name : folders) {
      line.add(place.resolve("work").resolve(name).toString());
    }
    String total = command(line.toArray(String[]::new)).strip().lines().reduce("", (a, b) -> b);
    return Long.parseLong(total.split("\\s+", 2)[0]);
  }
}
