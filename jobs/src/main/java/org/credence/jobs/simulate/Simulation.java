package org.credence.jobs.simulate;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The demo archive: drops of five sources in their own formats, English and French, four fictitious
 * brands and a story.
 *
 * <p>Beside {@code archive/} stand {@code labels/sentiment.tsv} and {@code truth.json}, which no
 * job reads.
 */
public final class Simulation {

  /** Changes with every change of the bytes written, so that an older archive is written anew. */
  static final int VERSION = 2;

  private Simulation() {}

  /**
   * Writes the simulation, or leaves it when it stands there already.
   *
   * @param out folder of the simulation, made when absent
   * @throws IOException when the folder can't be written
   * @throws Refusal when the folder holds an archive that no simulation wrote
   */
  public static SimulationReport write(Path out, SimulationOptions options) throws IOException {
    Path archive = out.resolve("archive");
    Path labels = out.resolve("labels").resolve("sentiment.tsv");
    Path truth = out.resolve("truth.json");
    Stamp stamp = Stamp.in(out);
    if (stamp.says(options)) {
      return stamp.report(archive, labels, truth);
    }
    makeRoom(archive, stamp);
    Files.createDirectories(labels.getParent());
    stamp.begin(options);
    SimulationReport report = new Nights(options, archive).write(labels, truth);
    stamp.end(options, report);
    return report;
  }

  private static void makeRoom(Path archive, Stamp stamp) throws IOException {
    if (!Files.exists(archive)) {
      return;
    }
    if (!stamp.exists() && !isEmpty(archive)) {
      throw new Refusal(
          archive + " is not empty",
          "It holds files that no simulation has written",
          "Name another folder, or remove it yourself.",
          ExitCode.CONFIGURATION);
    }
    delete(archive);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
