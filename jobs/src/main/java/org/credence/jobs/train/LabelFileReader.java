package org.credence.jobs.train;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.credence.settings.Digest;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * Reads a TSV or CSV file of labelled texts, plain or .gz, UTF-8, columns by the names in its
 * header.
 */
final class LabelFileReader {

  private static final int MAXIMUM_CHARACTERS = 1_000_000;

  private final URI location;
  private final String name;

  private LabelFileReader(URI location) {
    this.location = location;
    this.name = location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
  }

  /**
   * @throws Refusal with the line when something in it can't be used
   */
  static LabelFile read(URI location, Configuration hadoop) {
    LabelFileReader reader = new LabelFileReader(location);
    byte[] bytes = reader.bytes(hadoop);
    String sha256 = HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    String text = reader.decode(reader.unpack(bytes));
    return new LabelFile(reader.name, sha256, reader.parse(text));
  }

  private byte[] bytes(Configuration hadoop) {
    Path path = new Path(location);
    try (FileSystem files = FileSystem.newInstance(location, hadoop);
        InputStream stream = files.open(path)) {
      return stream.readAllBytes();
    } catch (java.io.FileNotFoundException e) {
      throw new Refusal(
          "There is no label file " + location,
          "training.labels in credence.yaml names it",
          "Put it there, or take it from the list: [] trains from stars and emoji alone.",
          ExitCode.CONFIGURATION,
          e);
    } catch (IOException e) {
      throw new Refusal(
          "The label file " + location + " can't be read",
          String.valueOf(e.getMessage()),
          "Check the rights and the connection, then run train again.",
          ExitCode.STORAGE,
          e);
    }
  }

  private byte[] unpack(byte[] bytes) {
    if (!name.endsWith(".gz")) {
      return bytes;
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return unpacked.readAllBytes();
    } catch (IOException e) {
      throw refusal("is no whole gzip file", String.valueOf(e.getMessage()), "Deliver it again.");
    }
  }

  private String decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw refusal(
          "is not UTF-8 in line " + line,
          "these bytes stand for no character in UTF-8",
          "Save the file as UTF-8.");
    }
    String text = out.flip().toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private List<LabelledText> parse(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    CsvParser parser = new CsvParser(settings(header.indexOf('\t') >= 0));
    parser.beginParsing(new StringReader(text));
    String[] names = parser.parseNext();
    if (names == null) {
      throw empty();
    }
    LabelColumns columns = LabelColumns.of(this, Arrays.asList(names));
    List<LabelledText> rows = new ArrayList<>();
    long line = 1 + parser.getContext().currentLine();
    for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
      rows.add(columns.row(cells, line));
      line = 1 + parser.getContext().currentLine();
    }
    if (rows.isEmpty()) {
      throw empty();
    }
    return rows;
  }

  /** Tabs never stand in quotes; commas may. */
  private static CsvParserSettings settings(boolean tabs) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(tabs ? '\t' : ',');
    if (tabs) {
      settings.getFormat().setQuote('\0');
      settings.getFormat().setQuoteEscape('\0');
    }
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setSkipEmptyLines(true);
    settings.getFormat().setComment('\0');
    settings.setMaxCharsPerColumn(MAXIMUM_CHARACTERS);
    return settings;
  }

  private Refusal empty() {
    return refusal(
        "holds no labelled row",
        "there is nothing below its header",
        "Fill it, or take it from training.labels.");
  }

  /**
   * @param problem goes on after the name of the file
   */
  Refusal refusal(String problem, String reason, String remedy) {
    return new Refusal(
        "The label file " + name + " " + problem, reason, remedy, ExitCode.CONFIGURATION);
  }
}
