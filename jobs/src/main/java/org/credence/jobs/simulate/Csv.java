package org.credence.jobs.simulate;

/** Rows of comma separated values, quoted as RFC 4180 says. */
final class Csv {

  private Csv() {}

  static String row(Object... cells) {
    StringBuilder row = new StringBuilder(240);
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        row.append(',');
      }
      append(row, cells[i].toString());
    }
    return row.toString();
  }

  private static void append(StringBuilder row, String cell) {
    if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0) {
      row.append(cell);
    } else {
      row.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }
}
