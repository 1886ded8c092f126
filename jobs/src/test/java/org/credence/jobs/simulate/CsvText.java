package org.credence.jobs.simulate;

import java.util.ArrayList;
import java.util.List;

/** Splits a CSV text into records, line breaks inside quotes included. */
final class CsvText {

  private CsvText() {}

  static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else {
        switch (c) {
          case '"' -> quoted = true;
          case ',' -> {
            record.add(cell.toString());
            cell.setLength(0);
          }
          case '\n' -> {
            record.add(cell.toString());
            cell.setLength(0);
            records.add(record);
            record = new ArrayList<>();
          }
          default -> cell.append(c);
        }
      }
    }
    if (!record.isEmpty() || cell.length() > 0) {
      record.add(cell.toString());
      records.add(record);
    }
    return records;
  }
}
