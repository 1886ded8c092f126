package org.credence.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What the main method of a stage delegates to, so that spark-submit can name the stage's class.
 * The options are those of the command line, which is found as a service: stages don't know it.
 */
public final class StageMain {

  /** The command line of the product. */
  public interface Commands {

    /**
     * @param arguments a command and its options
     * @return the exit code
     */
    int run(List<String> arguments);
  }

  private StageMain() {}

  /** Runs one stage and ends the process, unless all went well: a cluster decides that itself. */
  public static void run(String stage, String... options) {
    List<String> arguments = new ArrayList<>(List.of(stage));
    arguments.addAll(List.of(options));
    int exitCode = ServiceLoader.load(Commands.class).findFirst().orElseThrow().run(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
