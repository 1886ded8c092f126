package org.credence.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.credence.jobs.nightly.Step;
import org.credence.settings.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} says of each command: a sentence, exit codes, an example. */
final class Help {

  private record Page(String sentence, String example) {}

  private static final Map<String, Page> PAGES = pages();

  /** Commands that hash names, beside those of a night. */
  private static final List<String> KEYED = List.of("erase", "rekey");

  private static final List<String> ENVIRONMENT =
      List.of(
          "  CREDENCE_AUTHOR_KEY          hides authors: 16 characters or more, the same every"
              + " night",
          "  CREDENCE_AUTHOR_KEYS_BEFORE  the keys before it, one a line, oldest first; mostly"
              + " none",
          "  CREDENCE_CATALOG_USER        user of a jdbc catalog",
          "  CREDENCE_CATALOG_PASSWORD    its password",
          "  CREDENCE_HEAP                memory of a run with Spark, such as 6g; default: 3g",
          "  JAVA_HOME                    Java 17 to 23; default: the first that is found");

  private Help() {}

  private static Map<String, Page> pages() {
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put(
        Credence.NAME,
        new Page(
            "Turns archived social conversation into cubes of trust and engagement, every night.",
            "credence nightly"));
    pages.put(
        "nightly",
        new Page(
            "Runs every stage that is due, in one Spark session; what is done stays.",
            "credence nightly --date 2026-03-05 --set minimum-cell-size=20"));
    pages.put(
        "ingest",
        new Page(
            "Takes new and changed drops of the archive into the lake.",
            "credence ingest --date 2026-03-05"));
    pages.put(
        "train",
        new Page(
            "Trains sentiment models; a better one replaces the champion.",
            "credence train --force"));
    pages.put(
        "train sentiment",
        new Page(
            "Trains a model from label files, outside the night and without Spark.",
            "credence train sentiment --labels labels.tsv --language en --output work/mine"));
    pages.put(
        "score",
        new Page(
            "Adds the posteriors of a model trained from files to the rows of a file.",
            "credence score sentiment --help"));
    pages.put(
        "score sentiment",
        new Page(
            "Adds a posterior for each label and the label shown to each row of a file.",
            "credence score sentiment --model work/mine --language en --input in.tsv --output"
                + " out.tsv"));
    pages.put(
        "evaluate",
        new Page(
            "Measures on labelled rows: a model trained from files, or topics.",
            "credence evaluate sentiment --help"));
    pages.put(
        "evaluate sentiment",
        new Page(
            "Measures a model on labelled rows, and its shares of labels group by group.",
            "credence evaluate sentiment --model work/mine --language en --input test.tsv --json"));
    pages.put(
        "evaluate topics",
        new Page(
            "Finds topics in labelled rows, and compares them with the labels.",
            "credence evaluate topics --input bbc.tsv.gz --topics 20 --seed 7 --json"));
    pages.put(
        "evaluate topic-identity",
        new Page(
            "Plants ten nights of labelled rows, and measures whether topics keep their identity.",
            "credence evaluate topic-identity --input news.tsv.gz --seeds 20 --json"));
    pages.put(
        "apply",
        new Page(
            "Finds brands, sentiment and trust attributes in new and changed posts.",
            "credence apply --date 2026-03-05"));
    pages.put(
        "topics",
        new Page(
            "Finds what people talk about, and what became of the topics of the night before.",
            "credence topics --date 2026-03-05"));
    pages.put(
        "cubes",
        new Page(
            "Computes the cubes and publishes them together as one edition.",
            "credence cubes --date 2026-03-05"));
    pages.put(
        "report",
        new Page(
            "Writes the report of a night as self-contained HTML, in French and English.",
            "credence report --date 2026-03-05"));
    pages.put(
        PlanCommand.NAME,
        new Page(
            "Tells what a night would redo and why, what breaks by it and what it costs; runs"
                + " nothing.",
            "credence plan --json"));
    pages.put(
        "rollback",
        new Page(
            "Lets the edition of the cubes that stood before stand again, or a model serve, without"
                + " Spark.",
            "credence rollback --to 2026-03-04-0a1b2c3d"));
    pages.put(
        "audits",
        new Page(
            "Lists what is checked before anything is published, with the thresholds that hold.",
            "credence audits --set audits.volume-factor=20"));
    pages.put(
        "maintain",
        new Page(
            "Packs and clears the lake, and removes what is too old; --force looks at every file.",
            "credence maintain --force"));
    pages.put(
        "erase",
        new Page(
            "Erases authors and posts for good: asks at once, the next night does it.",
            "credence erase --platform twitter --handle somebody"));
    pages.put(
        "rekey",
        new Page(
            "Hashes all authors anew, in one run, after an author key was added to those before.",
            "credence rekey --plan"));
    pages.put(
        "simulate",
        new Page(
            "Writes an archive with a planted story, and the truth about it beside it.",
            "credence simulate --out work/simulated --nights 60 --seed 7"));
    pages.put(
        "status",
        new Page(
            "Shows the last runs, what is published and what is due now, without Spark.",
            "credence status --last 3 --json"));
    pages.put(
        "submit",
        new Page(
            "Runs a command on a cluster with spark-submit; SPARK_HOME names the distribution.",
            "credence submit --master spark://host:7077 nightly --date 2026-03-05"));
    return pages;
  }

  static void describe(CommandLine root) {
    describe(root.getCommandSpec());
    root.getSubcommands().values().forEach(Help::describe);
  }

  private static void describe(CommandSpec command) {
    String name = Credence.named(command);
    Page page = PAGES.get(name);
    if (page == null) {
      throw new IllegalStateException("no help is written for " + name);
    }
    command.mixinStandardHelpOptions(true);
    command.versionProvider(new Credence.Version());
    UsageMessageSpec usage = command.usageMessage();
    usage.description(page.sentence());
    usage.sortOptions(false);
    usage.abbreviateSynopsis(true);
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(exitCodes());
    usage.footer(footer(page, name));
  }

  private static String[] footer(Page page, String command) {
    List<String> lines = new ArrayList<>();
    if (command.equals(Credence.NAME) || KEYED.contains(command) || isOfNight(command)) {
      lines.addAll(List.of("", "Environment:"));
      lines.addAll(ENVIRONMENT);
    }
    lines.addAll(List.of("", "Example:", "  " + page.example()));
    if (command.equals(Credence.NAME)) {
      lines.add("  credence help nightly");
    }
    return lines.toArray(String[]::new);
  }

  private static boolean isOfNight(String command) {
    return command.equals("nightly") || Step.of(command).isPresent();
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(String.valueOf(code.code()), meaning(code));
    }
    return codes;
  }

  private static String meaning(ExitCode code) {
    return switch (code) {
      case OK -> "Done, or nothing to do; gaps in the data are said.";
      case USAGE -> "The command line can't be understood.";
      case CONFIGURATION -> "A setting is missing or wrong.";
      case INPUT_NOT_READY -> "The archive has nothing to read yet.";
      case AUDIT_FAILED -> "An audit failed; nothing was published.";
      case STORAGE -> "Storage or network failed; worth a retry.";
      case BUSY -> "Another run holds the lake; worth a retry.";
      case BUG -> "A bug; the log file has the details.";
    };
  }
}
