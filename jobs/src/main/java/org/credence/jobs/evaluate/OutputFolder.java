package org.credence.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.StorageFailure;

/** Writes folders and files beside their place first, so that nothing is ever half there. */
final class OutputFolder {

  private OutputFolder() {}

  /** Fills a folder or a file. */
  @FunctionalInterface
  interface Filling {
    void into(Path place) throws IOException;
  }

  /**
   * @param mark a file that tells a folder of ours
   */
  static void refuseToReplaceOthers(Path folder, String mark) {
    boolean ours = !Files.exists(folder) || Files.isRegularFile(folder.resolve(mark));
    if (!ours && !isEmptyFolder(folder)) {
      throw new Refusal(
          "Can't write to " + folder,
          "it exists and is no model",
          "Name a new folder, or that of a model to replace.",
          ExitCode.USAGE);
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  static void write(Path folder, String mark, Filling filling) {
    refuseToReplaceOthers(folder, mark);
    Path place = folder.toAbsolutePath().normalize();
    Path fresh = sibling(place, ".new");
    Path old = sibling(place, ".old");
    try {
      delete(fresh);
      delete(old);
      Files.createDirectories(fresh);
      filling.into(fresh);
      if (Files.exists(place)) {
        Files.move(place, old);
      }
      Files.move(fresh, place);
      delete(old);
    } catch (IOException e) {
      throw StorageFailure.of("write", place.toUri(), "", e);
    }
  }

  /** The same for one file. */
  static void writeFile(Path file, Filling filling) {
    Path place = file.toAbsolutePath().normalize();
    Path fresh = sibling(place, ".new");
    boolean whole = false;
    try {
      filling.into(fresh);
      Files.move(
          fresh,
          place,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      whole = true;
    } catch (IOException e) {
      throw StorageFailure.of("write", place.toUri(), "", e);
    } finally {
      if (!whole) {
        remove(fresh);
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StorageFailure.of("remove", file.toUri(), "", e);
    }
  }

  private static Path sibling(Path place, String ending) {
    return place.resolveSibling("." + place.getFileName() + ending);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
