package org.credence.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;

/** A small archive in a folder of a test, written file by file. */
final class Sample {

  static final AuthorKey KEY = new AuthorKey("a key for tests only");

  private final Path folder;
  private final List<SourceFile> files = new ArrayList<>();

  Sample(Path folder) {
    this.folder = folder;
  }

  static Source source(String format, String platform) {
    return new Source(
        format, format, format, platform, Network.PUBLIC, "Europe/Paris", "", Expected.DAILY);
  }

  Sample file(Source source, String drop, String name, byte[] content) {
    String key = source.folder() + "/" + drop + "/" + name;
    Path path = folder.resolve(key);
    try {
      Files.createDirectories(path.resolveSibling("."));
      Files.write(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.add(new SourceFile(source, LocalDate.parse(drop), key, content.length));
    return this;
  }

  Dataset<Row> read(SparkSession spark) {
    return ArchiveReader.read(
        spark,
        URI.create("file://" + folder.toUri().getRawPath()),
        files,
        Formats.shipped(),
        Reading.LIMITS,
        KEY);
  }
}
