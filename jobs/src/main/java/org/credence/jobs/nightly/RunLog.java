package org.credence.jobs.nightly;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log file of a run on this machine: Spark writes into it, and stacks of errors go there. */
public final class RunLog {

  private static final String FILE = "credence.log.file";
  private static final String CONFIGURATION = "log4j2.configurationFile";

  private final Path file;

  private RunLog(Path file) {
    this.file = file;
  }

  /**
   * @param root folder below which {@code work/logs} is; a read-only one gives way to the system's
   *     temporary folder
   * @param name of the file, without its ending
   */
  public static RunLog in(Path root, String name) {
    Path folder = root.resolve("work/logs");
    try {
      Files.createDirectories(folder);
      return new RunLog(folder.resolve(name + ".log"));
    } catch (IOException e) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      return new RunLog(temporary.resolve("credence-" + name + ".log"));
    }
  }

  public Path file() {
    return file;
  }

  /** Leads the logging of Spark into the file, unless somebody has configured it already. */
  void attach() {
    System.setProperty(FILE, file.toString());
    if (System.getProperty(CONFIGURATION) == null && System.getProperty("spark.master") == null) {
      System.setProperty(CONFIGURATION, "classpath:org/credence/jobs/nightly/log4j2.properties");
    }
  }

  /**
   * Adds an error with its stack. Where even that fails, the error itself still reaches the user.
   */
  public void add(Throwable error) {
    StringWriter stack = new StringWriter();
    error.printStackTrace(new PrintWriter(stack));
    try {
      Files.writeString(
          file,
          stack + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      error.addSuppressed(e);
    }
  }
}
