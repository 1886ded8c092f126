package org.credence.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.credence.storage.StorageFailure;

/** The conf folder as a zip, for clusters that unpack it beside the driver. */
final class ConfArchive {

  private ConfArchive() {}

  static void write(Path confDir, Path zip) {
    try {
      Files.createDirectories(zip.toAbsolutePath().resolveSibling("."));
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        for (Path file : files(confDir)) {
          ZipEntry entry = new ZipEntry(confDir.relativize(file).toString().replace('\\', '/'));
          entry.setTime(0);
          out.putNextEntry(entry);
          Files.copy(file, out);
        }
      }
    } catch (IOException e) {
      throw StorageFailure.of("write", zip.toUri(), "", e);
    }
  }

  /** The settings that a driver reads. */
  private static List<Path> files(Path confDir) throws IOException {
    try (Stream<Path> files = Files.walk(confDir, 2)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(yaml|conf)"))
          .sorted()
          .toList();
    }
  }
}
