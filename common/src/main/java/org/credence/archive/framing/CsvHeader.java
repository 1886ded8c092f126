package org.credence.archive.framing;

import java.util.List;
import java.util.Locale;

/** The names of the columns of a CSV file, in lower case. */
public record CsvHeader(List<String> names) {

  /** Column of a name that the file does not have. */
  public static final int ABSENT = -1;

  public CsvHeader {
    names = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** The column of the first of these names that is there, or {@link #ABSENT}. */
  public int find(String... aliases) {
    for (String alias : aliases) {
      int column = names.indexOf(alias);
      if (column >= 0) {
        return column;
      }
    }
    return ABSENT;
  }

  public boolean has(String... aliases) {
    return find(aliases) != ABSENT;
  }
}
