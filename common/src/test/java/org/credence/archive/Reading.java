package org.credence.archive;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.credence.archive.record.Authors;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.Limits;
import org.credence.lake.Field;
import org.credence.settings.SourcesFile.Source;

/** Reads one file without Spark and shows its rows as text; authors are shown, not hidden. */
final class Reading {

  static final LocalDate DROP = LocalDate.of(2026, 1, 5);
  static final Limits LIMITS = new Limits(1 << 16, 1L << 32, 100);

  static final Formats FORMATS = Formats.shipped();

  private static final List<Field> FIELDS = ArchiveRecords.TABLE.fields();

  private static final Map<String, Integer> COLUMNS =
      IntStream.range(0, FIELDS.size())
          .boxed()
          .collect(Collectors.toMap(at -> FIELDS.get(at).column(), at -> at));

  private Reading() {}

  private static final class Shown implements Authors {
    @Override
    public String author(String id) {
      return "id:" + id;
    }

    @Override
    public String handle(String handle) {
      return "handle:" + handle.toLowerCase(Locale.ROOT);
    }
  }

  static FileRows open(Source source, String name, InputStream content) {
    return open(FORMATS, source, name, content);
  }

  static FileRows open(Formats formats, Source source, String name, InputStream content) {
    return new FileRows(context(source, name), formats.of(source), () -> content);
  }

  static FileContext context(Source source, String name) {
    String key = source.folder() + "/" + DROP + "/" + name;
    return new FileContext(source, DROP, key, new Shown(), LIMITS);
  }

  /** All rows, each with the values of these columns. */
  static List<List<String>> rows(FileRows file, String... columns) {
    List<List<String>> rows = new ArrayList<>();
    try (file) {
      for (InternalRow row = file.next(); row != null; row = file.next()) {
        InternalRow current = row;
        rows.add(Arrays.stream(columns).map(column -> show(current, column)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  static List<List<String>> rows(Source source, String name, byte[] content, String... columns) {
    return rows(open(source, name, new ByteArrayInputStream(content)), columns);
  }

  static String text(Source source, String name, byte[] content, String... columns) {
    return rows(source, name, content, columns).stream()
        .map(row -> String.join(" | ", row) + "\n")
        .collect(joining("", String.join(" | ", columns) + "\n", ""));
  }

  static byte[] resource(String name) {
    try (InputStream in = Reading.class.getResourceAsStream("/archive/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Long> counts(MapData map) {
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < map.numElements(); i++) {
      counts.put(map.keyArray().getUTF8String(i).toString(), map.valueArray().getLong(i));
    }
    return counts;
  }

  private static String show(InternalRow row, String column) {
    int at = COLUMNS.getOrDefault(column, -1);
    Field field = FIELDS.get(at);
    if (row.isNullAt(at)) {
      return "-";
    }
    DataType type = field.type();
    if (type.equals(DataTypes.TimestampType)) {
      long micros = row.getLong(at);
      return Instant.ofEpochSecond(
              Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000)
          .toString();
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.ofEpochDay(row.getInt(at)).toString();
    }
    if (type instanceof MapType) {
      return counts(row.getMap(at)).toString();
    }
    return String.valueOf(row.get(at, type)).replace("\n", "\\n");
  }
}
