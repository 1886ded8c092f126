package org.credence.jobs.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.credence.jobs.simulate.Simulation;
import org.credence.jobs.simulate.SimulationOptions;
import org.credence.jobs.simulate.SimulationReport;
import org.credence.settings.Digest;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;
import org.credence.storage.StorageFailure;

/** The embedded demo: its archive, its labels and its author key, beside each other in a folder. */
public final class Demo {

  private static final String ARCHIVE = "archive";
  private static final String WHOLE = "\"whole\":true";

  private final Settings settings;

  public Demo(Settings settings) {
    this.settings = settings;
  }

  /** Whether the archive is the demo's and is not there yet, or only in part. */
  public boolean missing() {
    if (!settings.credence().demo() || !isLocal()) {
      return false;
    }
    Path stamp = folder().resolve("simulation.json");
    try {
      return Files.exists(stamp)
          ? !Files.readString(stamp).replace(" ", "").contains(WHOLE)
          : !Files.exists(archive());
    } catch (IOException e) {
      throw StorageFailure.of("read", settings.archive(), "", e);
    }
  }

  /** Writes archive, labels and key. */
  public SimulationReport make() {
    if (!archive().endsWith(ARCHIVE)) {
      throw Refusal.configuration(
          "The demo can't be made at " + archive(),
          "its archive is a folder called archive, with labels and truth beside it",
          "Let locations.archive end in /archive, or set demo to false.");
    }
    try {
      SimulationReport report = Simulation.write(folder(), SimulationOptions.DEMO);
      writeKey();
      return report;
    } catch (IOException e) {
      throw StorageFailure.of("write", settings.archive(), "", e);
    }
  }

  /** Where the demo keeps its key. */
  public Path keyFile() {
    return folder().resolve("author-key");
  }

  Optional<String> authorKey() {
    if (!settings.credence().demo() || !isLocal() || !Files.exists(keyFile())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(keyFile()).strip());
    } catch (IOException e) {
      throw StorageFailure.of("read", settings.archive(), "", e);
    }
  }

  /** Nobody real writes in the demo, so its key may be the same everywhere, as its figures are. */
  private void writeKey() throws IOException {
    Path file = keyFile();
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, Digest.of("author key of the demo", settings.credence().seed()) + "\n");
  }

  private boolean isLocal() {
    return "file".equals(settings.archive().getScheme());
  }

  private Path archive() {
    return Path.of(settings.archive());
  }

  private Path folder() {
    Path archive = archive();
    Path parent = archive.getParent();
    return parent == null ? archive : parent;
  }
}
