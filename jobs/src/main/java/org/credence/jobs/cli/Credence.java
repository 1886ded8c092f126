package org.credence.jobs.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.credence.jobs.StageMain;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.jobs.nightly.Step;
import org.credence.settings.NearestName;
import org.credence.settings.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Credence. */
@Command(name = Credence.NAME)
public final class Credence implements StageMain.Commands, Callable<Integer> {

  static final String NAME = "credence";
  private static final String HELP = "help";
  private static final List<String> HELP_OPTIONS = List.of("--help", "-h");
  private static final String SCORE = "score";
  private static final String EVALUATE = "evaluate";
  private static final String SENTIMENT = "sentiment";

  @Mixin private GlobalOptions global = new GlobalOptions();
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  public static void main(String[] arguments) {
    int exitCode = run(List.of(arguments), Console.ofThisProcess());
    // A cluster takes a normal end of main for success, and an exit for a failure.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public int run(List<String> arguments) {
    return run(arguments, Console.ofThisProcess());
  }

  static int run(List<String> typed, Console console) {
    try {
      return answered(helpLast(typed, known(console).keySet()), console);
    } catch (NoClassDefFoundError e) {
      if (Launcher.hasFewJars()) {
        return Launcher.ALL_JARS;
      }
      throw e;
    }
  }

  /** {@code help nightly} is {@code nightly --help}; what is unknown is left to be refused. */
  private static List<String> helpLast(List<String> typed, Set<String> known) {
    if (typed.isEmpty() || typed.get(0).startsWith("-") || known.contains(typed.get(0))) {
      return typed;
    }
    if (!typed.get(0).equals(HELP)) {
      return typed.stream().filter(argument -> !HELP_OPTIONS.contains(argument)).toList();
    }
    List<String> arguments = new ArrayList<>(typed.subList(1, typed.size()));
    boolean named = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
    if (!named || known.contains(arguments.get(0))) {
      arguments.add(HELP_OPTIONS.get(0));
    }
    return arguments;
  }

  private static int answered(List<String> arguments, Console console) {
    boolean json = arguments.contains("--json");
    CommandLine commands = commands(arguments, console);
    commands.setParameterExceptionHandler(
        (e, args) -> failed(usage(e), command(e.getCommandLine()), json, console));
    commands.setExecutionExceptionHandler(
        (e, command, parsed) -> failed(left(mishap(e), command), command(command), json, console));
    int exitCode = commands.execute(arguments.toArray(String[]::new));
    if (json && asksForHelp(commands.getParseResult())) {
      Answer.ok("help", "", Map.of()).print(NAME, true, console.out());
    }
    return exitCode;
  }

  /** Describing a command takes time, so the one that is named first is described alone. */
  private static CommandLine commands(List<String> arguments, Console console) {
    Map<String, Supplier<Object>> known = known(console);
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    CommandLine root = parser(new Credence());
    known.forEach(
        (name, command) -> {
          if (name.equals(first) || !known.containsKey(first)) {
            CommandLine described = parser(command.get());
            below(name, console).forEach((sub, told) -> described.addSubcommand(sub, parser(told)));
            described.setUnmatchedOptionsArePositionalParams(name.equals("submit"));
            root.addSubcommand(name, described);
          }
        });
    Help.describe(root);
    root.setOut(console.out());
    root.setErr(console.err());
    root.setUsageHelpWidth(100);
    return root;
  }

  /** Another command, to check options that are handed on to it. */
  static CommandLine described(String name, Object command) {
    CommandLine described = parser(command).setCommandName(name);
    Help.describe(described);
    return described;
  }

  private static CommandLine parser(Object command) {
    CommandLine parser = new CommandLine(command);
    if (command instanceof NightCommand night) {
      night.describe(parser.getCommandSpec());
    }
    return parser.registerConverter(LocalDate.class, Credence::date);
  }

  private static Map<String, Supplier<Object>> known(Console console) {
    Map<String, Supplier<Object>> known = new LinkedHashMap<>();
    known.put("nightly", () -> new NightCommand(NightCommand.NIGHTLY, Step.all(), console));
    for (Step step : Step.all()) {
      known.put(step.id(), () -> new NightCommand(step.id(), List.of(step), console));
    }
    known.put(PlanCommand.NAME, () -> new PlanCommand(console));
    known.put("rollback", () -> new RollbackCommand(console));
    known.put(SCORE, () -> new SentimentCommand(SCORE));
    known.put(EVALUATE, () -> new SentimentCommand(EVALUATE));
    known.put("audits", () -> new AuditsCommand(console));
    known.put("erase", () -> new EraseCommand(console));
    known.put("rekey", () -> new RekeyCommand(console));
    known.put("simulate", () -> new SimulateCommand(console));
    known.put("status", () -> new StatusCommand(console));
    known.put("submit", () -> new SubmitCommand(console));
    return known;
  }

  /** What a command may be followed by. */
  private static Map<String, Object> below(String command, Console console) {
    return switch (command) {
      case "train" -> Map.of(SENTIMENT, new TrainSentimentCommand(console));
      case SCORE -> Map.of(SENTIMENT, new ScoreSentimentCommand(console));
      case EVALUATE ->
          Map.of(
              SENTIMENT,
              new EvaluateSentimentCommand(console),
              EvaluateTopicsCommand.NAME,
              new EvaluateTopicsCommand(console),
              EvaluateTopicIdentityCommand.NAME,
              new EvaluateTopicIdentityCommand(console));
      default -> Map.of();
    };
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + text + "' is no date such as 2026-03-05");
    }
  }

  /** Without a command. */
  @Override
  public Integer call() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "No command is named");
  }

  private static int failed(Answer answer, String command, boolean json, Console console) {
    console.err().println(answer.lines());
    console.err().flush();
    if (json) {
      answer.print(command, true, console.out());
    }
    return answer.exitCode().code();
  }

  /** Where not even that can be written, the failure itself is what counts. */
  private static Answer left(Answer failure, CommandLine command) {
    if (command.getCommand() instanceof NightCommand night) {
      try {
        night.leave(failure);
      } catch (Refusal unwritten) {
        return failure;
      }
    }
    return failure;
  }

  private static Answer mishap(Exception e) {
    if (e instanceof NightsStopped stopped) {
      return stopped.answer();
    }
    return e instanceof UsageError usage
        ? Mishap.usage(usage.problem(), usage.reason(), "See credence COMMAND --help.")
        : Mishap.of(e);
  }

  private static Answer usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String help = "See " + command.getCommandSpec().qualifiedName() + " --help.";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String what = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
      boolean option = what.startsWith("-");
      Optional<String> nearest = NearestName.of(what, option ? options(command) : names(command));
      return Mishap.usage(
          (option ? "Unknown option " : "Unknown command ") + what,
          command.getCommandSpec().qualifiedName() + " knows no such thing",
          nearest.map(name -> "Did you mean " + name + "? ").orElse("") + help);
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return Mishap.usage("The command line can't be read", message, help);
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> Arrays.stream(option.names()))
        .toList();
  }

  private static List<String> names(CommandLine command) {
    List<String> names = new ArrayList<>(command.getSubcommands().keySet());
    names.add(HELP);
    return names;
  }

  private static String command(CommandLine command) {
    return named(command.getCommandSpec());
  }

  /** As it is typed after our own name, such as train sentiment. */
  static String named(CommandSpec command) {
    return command.qualifiedName().replaceFirst("^" + NAME + " ", "");
  }

  private static boolean asksForHelp(@org.jspecify.annotations.Nullable ParseResult parsed) {
    for (ParseResult at = parsed; at != null; at = at.subcommand()) {
      if (at.isUsageHelpRequested() || at.isVersionHelpRequested()) {
        return true;
      }
    }
    return false;
  }

  /** Read from the running jars, only when somebody asks. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "credence " + CodeVersion.current(), "java " + Runtime.version(),
      };
    }
  }
}
