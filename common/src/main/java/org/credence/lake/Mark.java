package org.credence.lake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What upkeep has done to a table's rows for their age, as a property of it.
 *
 * @param day before which it was done
 * @param sequence of the snapshot that it was done in: files of later ones are not looked at yet
 */
record Mark(LocalDate day, long sequence) {

  private static final String PREFIX = "credence.mark.";

  static Optional<Mark> of(org.apache.iceberg.Table table, String name) {
    return Optional.ofNullable(table.properties().get(PREFIX + name))
        .map(text -> text.split("@", -1))
        .map(parts -> new Mark(LocalDate.parse(parts[0]), Long.parseLong(parts[1])));
  }

  void write(org.apache.iceberg.Table table, String name) {
    table.updateProperties().set(PREFIX + name, day + "@" + sequence).commit();
  }
}
