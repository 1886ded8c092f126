package org.credence.jobs.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.Places;
import org.credence.jobs.nightly.RunStore;
import org.credence.jobs.nightly.Step;
import org.credence.settings.Digest;
import org.credence.settings.ExitCode;
import org.credence.settings.NearestName;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code submit}: one of our commands on a cluster, by spark-submit. */
final class SubmitCommand implements Callable<Integer> {

  private static final String MASTER = "spark.master";

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--deploy-mode",
      paramLabel = "MODE",
      description = "client: the driver runs here; cluster: it runs there. Default: client.")
  private String deployMode = "client";

  @Option(
      names = "--spark-home",
      paramLabel = "DIR",
      description = "Spark distribution; default: SPARK_HOME.")
  private @Nullable Path sparkHome;

  @Option(names = "--dry-run", description = "Prints the command line and runs nothing.")
  private boolean dryRun;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "1..*",
      description = "nightly or a stage, and its options.")
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  SubmitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    refuseUnknown();
    Settings settings = global.settings();
    RunStore runs = new RunStore(new Places(settings).runs());
    Optional<String> master =
        global.master().or(() -> Optional.ofNullable(settings.clusterSpark().get(MASTER)));
    Submission submission =
        new Submission(home(), master, deployMode.equals("cluster"), marked(mark()));
    Path zip = settings.root().resolve("work/submit/conf.zip");
    List<String> line = submission.commandLine(settings, global.confDir(), zip);
    if (dryRun) {
      return Answer.ok("dry run", quoted(line), Map.of("command_line", line))
          .print("submit", global.json(), console.out());
    }
    if (submission.shipsConf()) {
      ConfArchive.write(global.confDir(), zip);
    }
    return told(run(line), runs);
  }

  private void refuseUnknown() {
    List<String> commands = new ArrayList<>(Step.all().stream().map(Step::id).toList());
    commands.add("nightly");
    String command = arguments.get(0);
    if (!commands.contains(command)) {
      String hint =
          NearestName.of(command, commands).map(name -> " (did you mean " + name + "?)").orElse("");
      throw new UsageError("Can't submit " + command + hint, "nightly and its stages can be");
    }
    if (!List.of("client", "cluster").contains(deployMode)) {
      throw new UsageError("Unknown deploy mode " + deployMode, "it is client or cluster");
    }
  }

  private Path home() {
    String environment = System.getenv("SPARK_HOME");
    Path home = sparkHome;
    if (home == null && environment != null) {
      home = Path.of(environment);
    }
    if (home == null || !Files.exists(home.resolve("bin/spark-submit"))) {
      throw Refusal.configuration(
          "There is no spark-submit",
          home == null ? "SPARK_HOME is not set" : home + " holds no bin/spark-submit",
          "Set SPARK_HOME or --spark-home to a Spark 4.1 distribution.");
    }
    return home;
  }

  /** Names this submission, so that its run record is found among others. */
  private static String mark() {
    ProcessHandle self = ProcessHandle.current();
    return Digest.brief(self.pid(), self.info().startInstant());
  }

  private List<String> marked(String mark) {
    List<String> marked = new ArrayList<>(arguments);
    marked.addAll(List.of("--submission", mark));
    global.overrides().forEach((key, value) -> marked.addAll(List.of("--set", key + "=" + value)));
    return marked;
  }

  /** What a run of spark-submit showed. */
  private record Shown(int exitCode, SubmitVerdict verdict) {}

  private Shown run(List<String> line) throws InterruptedException {
    SubmitVerdict verdict = new SubmitVerdict();
    try {
      Process process = new ProcessBuilder(line).start();
      PrintWriter results = global.json() ? console.err() : console.out();
      Thread out = pump(process.getInputStream(), results, verdict);
      Thread err = pump(process.getErrorStream(), console.err(), verdict);
      int exitCode = process.waitFor();
      out.join();
      err.join();
      return new Shown(exitCode, verdict);
    } catch (IOException e) {
      throw new Refusal(
          "spark-submit can't be started",
          e.getClass().getSimpleName(),
          "Check the rights of " + line.get(0) + ".",
          ExitCode.CONFIGURATION,
          e);
    }
  }

  private static Thread pump(InputStream from, PrintWriter to, SubmitVerdict verdict) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  verdict.line(line);
                  to.println(line);
                  to.flush();
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "credence submit output");
    thread.start();
    return thread;
  }

  private int told(Shown shown, RunStore runs) {
    String mark = mark();
    Optional<Integer> recorded =
        runs.newest(20).stream()
            .filter(run -> run.path("submission").asText().equals(mark))
            .map(run -> run.path("exit_code").asInt())
            .findFirst();
    ExitCode exitCode = shown.verdict().exitCode(shown.exitCode(), recorded);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("spark_submit_exit_code", shown.exitCode());
    shown.verdict().driverState().ifPresent(state -> fields.put("driver_state", state));
    if (exitCode == ExitCode.OK) {
      return Answer.ok("submitted", "", fields).print("submit", global.json(), console.out());
    }
    fields.put("problem", "The submitted run failed");
    fields.put("cause", "its exit code is " + exitCode.code());
    fields.put("remedy", "See the lines above, and the driver's log on the cluster.");
    console
        .err()
        .println(
            "credence: The submitted run failed: its exit code is "
                + exitCode.code()
                + ". See the lines above, and the driver's log on the cluster.");
    return new Answer("failed", exitCode, "", fields).print("submit", global.json(), console.out());
  }

  private static String quoted(List<String> line) {
    List<String> words = new ArrayList<>();
    for (String word : line) {
      boolean plain = word.matches("[A-Za-z0-9_@%+=:,./-]+");
      words.add(plain ? word : "'" + word.replace("'", "'\\''") + "'");
    }
    return String.join(" ", words);
  }
}
