package org.credence.jobs.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Looks for texts in every file below a folder, in its bytes and in what they decode to. */
final class ByteSearch {

  private ByteSearch() {}

  /** A line for each file and text that is in it: the text, and the file below the folder. */
  static SortedSet<String> find(Path folder, List<String> texts) throws IOException {
    SortedSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String content : List.of(bytes(file), decoded(file))) {
          texts.stream()
              .filter(content::contains)
              .forEach(text -> found.add(text + " in " + folder.relativize(file)));
        }
      }
    }
    return found;
  }

  private static String bytes(Path file) throws IOException {
    return latin(Files.readAllBytes(file));
  }

  /** Byte by byte, so that nothing is lost; texts to look for are plain ASCII. */
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String decoded(Path file) {
    try {
      String name = file.toString();
      return name.endsWith(".parquet") ? parquet(file) : name.endsWith(".avro") ? avro(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be decoded", e);
    }
  }

  private static String parquet(Path file) throws IOException {
    StringBuilder rows = new StringBuilder();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.append(row);
      }
    }
    return rows.toString();
  }

  private static String avro(Path file) throws IOException {
    StringBuilder rows = new StringBuilder();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      reader.forEach(rows::append);
    }
    return rows.toString();
  }
}
