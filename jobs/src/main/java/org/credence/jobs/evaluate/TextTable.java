package org.credence.jobs.evaluate;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.StorageFailure;

/**
 * A TSV or CSV file read row by row: plain or .gz, UTF-8, columns by the names in its header. A
 * header with a tab is that of a TSV, whose cells are taken as they stand; a CSV's may be quoted.
 */
final class TextTable implements Closeable {

  private static final int MAXIMUM_CHARACTERS = 1_000_000;

  private final Path file;
  private final Reader reader;
  private final CsvParser parser;
  private final List<String> header;
  private long line;

  private TextTable(Path file, Reader reader, CsvParser parser, List<String> header) {
    this.file = file;
    this.reader = reader;
    this.parser = parser;
    this.header = header;
  }

  /**
   * @throws Refusal when it can't be read or has no header
   */
  static TextTable open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          "Can't read " + file,
          Files.isDirectory(file) ? "it is a folder" : "there is no such file",
          "Name a TSV or CSV file, plain or .gz.",
          ExitCode.USAGE);
    }
    try {
      return begin(file);
    } catch (IOException e) {
      throw failure(file, 1, e);
    } catch (TextParsingException e) {
      throw failure(file, 1, e);
    }
  }

  private static TextTable begin(Path file) throws IOException {
    BufferedReader reader = new BufferedReader(decoded(file), 1 << 16);
    reader.mark(1 << 16);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    reader.mark(1 << 16);
    char[] start = new char[1 << 14];
    int length = Math.max(0, reader.read(start));
    reader.reset();
    String first = new String(start, 0, length).lines().findFirst().orElse("");
    CsvParser parser = new CsvParser(settings(first.indexOf('\t') >= 0));
    parser.beginParsing(reader);
    String[] names = parser.parseNext();
    if (names == null) {
      throw refusal(file, "is empty", "it has no header", "Fill it.");
    }
    List<String> header =
        Arrays.stream(names).map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    return new TextTable(file, reader, parser, header);
  }

  private static Reader decoded(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    InputStream plain =
        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    return new InputStreamReader(
        plain,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static CsvParserSettings settings(boolean tabs) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(tabs ? '\t' : ',');
    if (tabs) {
      settings.getFormat().setQuote('\0');
      settings.getFormat().setQuoteEscape('\0');
    }
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setReadInputOnSeparateThread(false);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setSkipEmptyLines(true);
    settings.getFormat().setComment('\0');
    settings.setMaxCharsPerColumn(MAXIMUM_CHARACTERS);
    return settings;
  }

  List<String> header() {
    return header;
  }

  /** Where a column stands; -1 when there is none. */
  int column(String name) {
    return header.indexOf(name);
  }

  /**
   * @throws Refusal when the file has no such column
   */
  int required(String name) {
    int at = column(name);
    if (at < 0) {
      throw refusal(
          "has no column " + name,
          "its header names " + String.join(", ", header),
          "Name the columns id, language, group, text and label in its first line.");
    }
    return at;
  }

  /** Where the last row begins, counted from 1. */
  long line() {
    return line;
  }

  /** The cells of the next row, as many as the header has; empty at the end. */
  Optional<String[]> next() {
    line = 1 + parser.getContext().currentLine();
    String[] cells;
    try {
      cells = parser.parseNext();
    } catch (TextParsingException e) {
      throw failure(file, line, e);
    }
    if (cells != null && cells.length != header.size()) {
      throw refusal(
          "has %d columns in line %d".formatted(cells.length, line),
          "its header has " + header.size(),
          "Quote a comma inside a text; a tab can't stand in a TSV file.");
    }
    return Optional.ofNullable(cells);
  }

  private static RuntimeException failure(Path file, long line, Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return refusal(
            file,
            "is not UTF-8 at or soon after line " + line,
            "these bytes stand for no character in UTF-8",
            "Save the file as UTF-8.");
      }
      if (cause instanceof ZipException || cause instanceof java.io.EOFException) {
        return refusal(
            file, "is no whole gzip file", String.valueOf(cause.getMessage()), "Deliver it again.");
      }
      if (cause instanceof IOException) {
        return StorageFailure.of("read", file.toAbsolutePath().toUri(), "", cause);
      }
    }
    return refusal(
        file,
        "can't be read in line " + line,
        "a cell has no end or more than a million characters",
        "Look for a quote that is never closed.");
  }

  /**
   * @param problem goes on after the name of the file
   */
  Refusal refusal(String problem, String reason, String remedy) {
    return refusal(file, problem, reason, remedy);
  }

  static Refusal refusal(Path file, String problem, String reason, String remedy) {
    return Refusal.configuration("The file " + file.getFileName() + " " + problem, reason, remedy);
  }

  @Override
  public void close() {
    parser.stopParsing();
    try {
      reader.close();
    } catch (IOException e) {
      throw StorageFailure.of("read", file.toAbsolutePath().toUri(), "", e);
    }
  }
}
