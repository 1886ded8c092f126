package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command of the packaged launcher at work.
 *
 * @param process the launcher, in whose place Java stands once its classes are archived
 * @param out what it prints to its standard output
 * @param err and to its standard error
 */
record Launched(Process process, Path out, Path err) {

  private static final Path LAUNCHER = Path.of("bin/credence").toAbsolutePath();

  static Launched start(TestNight night, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(LAUNCHER.toString()));
    line.addAll(List.of(arguments));
    line.addAll(night.options());
    Path out = Files.createTempFile(night.folder(), "out", ".txt");
    Path err = Files.createTempFile(night.folder(), "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(TestNight.ENVIRONMENT);
    builder.environment().put("CREDENCE_BUILD", "off");
    builder.environment().putAll(environment);
    return new Launched(builder.start(), out, err);
  }

  /** The exit code. */
  int end() throws InterruptedException {
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ends in ten minutes").isTrue();
    return process.exitValue();
  }

  /** SIGKILL, for the Java that runs behind the launcher and for the launcher. */
  void kill() throws InterruptedException {
    javas().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    end();
  }

  /** A signal to that Java, or to the launcher in whose place it stands. */
  void signal(String name) throws Exception {
    String pid = String.valueOf(javas().findFirst().orElse(process.toHandle()).pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private Stream<ProcessHandle> javas() {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(".cli.Credence"));
  }

  /** Waits until a line of progress begins as the expression says, or until all is over. */
  void awaitLine(String expression) throws Exception {
    Pattern beginning = Pattern.compile("^" + expression, Pattern.MULTILINE);
    while (process.isAlive() && !beginning.matcher(told()).find()) {
      Thread.sleep(20);
    }
  }

  /** What it has said so far. */
  String told() throws IOException {
    return Files.readString(err);
  }

  /** The last line of its output. */
  String answer() throws IOException {
    return Files.readString(out).lines().reduce("{}", (before, after) -> after);
  }
}
