package org.credence.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.Places;
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

  /** Options that are not submit's own are the command's, wherever they stand. */
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
    Optional<String> master =
        global.master().or(() -> Optional.ofNullable(settings.clusterSpark().get(MASTER)));
    String mark = mark();
    Submission submission = new Submission(home(), master, cluster(), marked(mark));
    Path zip = settings.root().resolve("work/submit/conf.zip");
    List<String> line = submission.commandLine(settings, global.confDir(), zip);
    if (dryRun) {
      return Answer.ok("dry run", quoted(line), Map.of("command_line", line))
          .print("submit", global.json(), console.out());
    }
    if (submission.shipsConf()) {
      ConfArchive.write(global.confDir(), zip);
    }
    PrintWriter results = global.json() ? console.err() : console.out();
    SparkSubmit.Shown shown = SparkSubmit.run(line, results, console.err());
    Receipts receipts = new Receipts(Places.ofCluster(settings).runs());
    return told(shown, receipts.take(mark).orElseGet(() -> unanswered(shown, settings)));
  }

  private boolean cluster() {
    return deployMode.equals("cluster");
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
    NightCommand submitted = new NightCommand(command, List.of(), console);
    List<String> options = arguments.subList(1, arguments.size());
    Credence.described(command, submitted).parseArgs(options.toArray(String[]::new));
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

  /** Names this submission, so that its answer is found among others. */
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

  /** The driver's own answer; in client mode its lines were seen already. */
  private int told(SparkSubmit.Shown shown, Answer answer) {
    Map<String, Object> fields = new LinkedHashMap<>(answer.fields());
    fields.put("spark_submit_exit_code", shown.exitCode());
    shown.verdict().driverState().ifPresent(state -> fields.put("driver_state", state));
    boolean failed = answer.exitCode() != ExitCode.OK;
    if (failed && cluster()) {
      console.err().println(answer.lines());
      console.err().flush();
    }
    String lines = failed || !cluster() ? "" : answer.lines();
    return new Answer(answer.status(), answer.exitCode(), lines, fields)
        .print("submit", global.json(), console.out());
  }

  private Answer unanswered(SparkSubmit.Shown shown, Settings settings) {
    ExitCode exitCode = shown.verdict().exitCode(shown.exitCode(), cluster());
    if (exitCode == ExitCode.OK) {
      return Answer.ok("submitted", "", Map.of());
    }
    String driver = shown.verdict().driverState().map(state -> "; it is " + state).orElse("");
    return Mishap.of(
        new Refusal(
            "The submitted run failed",
            "its driver left no answer in " + settings.runs() + driver,
            "See the lines above and the driver's log on the cluster; every location must be a"
                + " disk or store that all its machines see.",
            exitCode));
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
