package org.credence.archive;

import java.util.List;
import java.util.Set;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.settings.SourcesFile.Source;

/** Rows as text: a line for each row with its verdict, below it every field that it has. */
final class SourceRows {

  /** What is said by the row's first line, or is the same in every row. */
  private static final Set<Field> LEFT_OUT =
      Set.of(
          Posts.SOURCE,
          Posts.DROP,
          Posts.FILE,
          Posts.LINE,
          Posts.NETWORK,
          ArchiveRecords.ORDINAL,
          ArchiveRecords.VERDICT,
          ArchiveRecords.REASON);

  private static final List<String> COLUMNS =
      ArchiveRecords.TABLE.fields().stream().map(Field::column).toList();

  private SourceRows() {}

  static List<List<String>> read(Source source, String name, byte[] content) {
    return Reading.rows(source, name, content, COLUMNS.toArray(String[]::new));
  }

  static String text(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(value(row, Posts.LINE)).append('.').append(value(row, ArchiveRecords.ORDINAL));
      text.append(' ').append(value(row, ArchiveRecords.VERDICT));
      String reason = value(row, ArchiveRecords.REASON);
      text.append(reason.equals("-") ? "" : " " + reason).append('\n');
      for (Field field : ArchiveRecords.TABLE.fields()) {
        String value = value(row, field);
        if (isDelivered(field, value)) {
          text.append("    ").append(field.column()).append(' ').append(value).append('\n');
        }
      }
    }
    return text.toString();
  }

  static String value(List<String> row, Field field) {
    return row.get(COLUMNS.indexOf(field.column()));
  }

  /** Whether it comes from the platform; the drop's date stands for the time of archiving. */
  static boolean isDelivered(Field field, String value) {
    boolean same = LEFT_OUT.stream().anyMatch(left -> left.column().equals(field.column()));
    boolean drop = value.equals(Reading.DROP + "T00:00:00Z");
    boolean whole = field.column().equals(Posts.DAMAGED.column()) && value.equals("false");
    boolean platform = field.column().equals(Posts.PLATFORM.column());
    return !value.equals("-") && !same && !drop && !whole && !platform;
  }
}
