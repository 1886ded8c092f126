package org.credence.archive.framing;

import org.credence.archive.field.PlainText;
import org.jspecify.annotations.Nullable;

/** The cells of the row that is being read. */
public final class CsvRow {

  private final CsvRows rows;

  CsvRow(CsvRows rows) {
    this.rows = rows;
  }

  /** The cell of a column; null when it is blank, a word for nothing, or the column is absent. */
  public @Nullable String get(int column) {
    return column == CsvHeader.ABSENT ? null : PlainText.orNull(rows.cell(column));
  }
}
