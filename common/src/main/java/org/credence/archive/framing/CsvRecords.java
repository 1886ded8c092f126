package org.credence.archive.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.credence.archive.record.RecordReader;

/** CSV with a header: each row below it is a record. */
public final class CsvRecords implements RecordReader {

  private final CsvRows rows;
  private final CsvRow row;
  private final CsvMapper mapper;
  private final int columns;

  /**
   * @throws FileFailure when the header is none of the format
   */
  public CsvRecords(FileContext file, InputStream in, CsvMapper.Factory mappers)
      throws IOException {
    rows = new CsvRows(in, file.recordLimit());
    boolean found = rows.next();
    if (found && isJson()) {
      throw new FileFailure(FileFailure.Cause.JSON_DOCUMENT);
    }
    if (!found || rows.state() != CsvRows.State.WHOLE) {
      throw new FileFailure(FileFailure.Cause.UNKNOWN_HEADER);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.cells(); i++) {
      names.add(rows.cell(i));
    }
    row = new CsvRow(rows);
    columns = names.size();
    mapper = mappers.of(new CsvHeader(names));
  }

  /** No column is called so. */
  private boolean isJson() {
    byte first = rows.length() == 0 ? 0 : rows.bytes()[rows.offset()];
    return first == '[' || first == '{';
  }

  @Override
  public boolean next(Judged record) throws IOException {
    if (!rows.next()) {
      return false;
    }
    record.begin(rows.bytes(), rows.offset(), rows.length());
    switch (rows.state()) {
      case TOO_LONG -> record.reject(Reason.TOO_LONG);
      case UNCLOSED_QUOTE -> record.reject(Reason.UNCLOSED_QUOTE);
      case WHOLE -> {
        if (fits()) {
          mapper.map(row, record);
        } else {
          record.reject(Reason.TORN_ROW);
        }
      }
    }
    return true;
  }

  /** As many cells as columns; more only when they are empty. */
  private boolean fits() {
    for (int i = columns; i < rows.cells(); i++) {
      if (!rows.cell(i).isEmpty()) {
        return false;
      }
    }
    return rows.cells() >= columns;
  }
}
