package org.credence.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.credence.jobs.nightly.ErasureDesk.Kind;
import org.credence.jobs.nightly.ErasureDesk.Wanted;
import org.credence.storage.StorageFailure;

/**
 * A file of lines {@code platform,kind,id}; empty lines and those that begin with # say nothing.
 */
record ErasureList(Path file) {

  /** Errors name the line, never what is in it. */
  List<Wanted> read() {
    List<Wanted> wanted = new ArrayList<>();
    int number = 0;
    for (String line : lines()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        wanted.add(parse(line, number));
      }
    }
    return wanted;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new UsageError("Can't read the list " + file, "there is no such file");
    } catch (IOException e) {
      throw StorageFailure.of("read", file.toAbsolutePath().toUri(), "", e);
    }
  }

  private Wanted parse(String line, int number) {
    String[] parts = line.split(",", 3);
    if (parts.length == 3 && !parts[2].isBlank()) {
      for (Kind kind : Kind.values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(parts[1].strip())) {
          return new Wanted(parts[0].strip(), kind, parts[2].strip());
        }
      }
    }
    throw new UsageError(
        "The list " + file + " is refused",
        "line " + number + " is no platform,handle|author|post,id");
  }
}
