package org.credence.jobs.evaluate;

import java.util.Locale;

/** Language codes in files. */
final class Languages {

  private Languages() {}

  static String of(String cell, TextTable table) {
    String code = cell.strip().toLowerCase(Locale.ROOT);
    boolean iso = code.length() == 2 && code.chars().allMatch(c -> c >= 'a' && c <= 'z');
    if (!iso) {
      throw table.refusal(
          "names no language in line " + table.line(),
          "language must be an ISO 639-1 code such as en or fr",
          "Fill the column.");
    }
    return code;
  }
}
