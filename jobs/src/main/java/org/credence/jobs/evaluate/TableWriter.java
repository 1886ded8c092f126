package org.credence.jobs.evaluate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes rows as CSV (RFC 4180, LF) when the name says so, else as TSV, where a tab or line break
 * inside a cell becomes a space; compressed when the name ends with .gz.
 */
final class TableWriter implements Closeable {

  private final Writer writer;
  private final boolean commas;

  /**
   * @param place where the bytes go
   * @param name decides the form
   */
  TableWriter(Path place, String name) throws IOException {
    OutputStream out = Files.newOutputStream(place);
    OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    this.writer =
        new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16);
    this.commas = name.endsWith(".csv") || name.endsWith(".csv.gz");
  }

  void row(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(commas ? ',' : '\t');
      }
      writer.write(commas ? quoted(cells.get(i)) : flat(cells.get(i)));
    }
    writer.write('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String flat(String cell) {
    return cell.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
