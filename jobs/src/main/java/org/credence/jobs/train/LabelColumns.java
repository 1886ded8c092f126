package org.credence.jobs.train;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the columns of a label file stand, and what a row of it says. */
final class LabelColumns {

  static final List<String> LABELS = List.of("negative", "neutral", "positive");

  private final LabelFileReader file;
  private final int width;
  private final int id;
  private final int language;
  private final int group;
  private final int text;
  private final int label;
  private final int day;

  private LabelColumns(LabelFileReader file, List<String> names) {
    this.file = file;
    this.width = names.size();
    this.id = required(names, "id");
    this.language = required(names, "language");
    this.group = required(names, "group");
    this.text = required(names, "text");
    this.label = required(names, "label");
    this.day = names.indexOf("day");
  }

  static LabelColumns of(LabelFileReader file, List<String> header) {
    return new LabelColumns(
        file, header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList());
  }

  private int required(List<String> names, String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw file.refusal(
          "has no column " + name,
          "its header has " + names.size() + " columns, none of that name",
          "Name the columns id, language, group, text and label; day is optional");
    }
    return at;
  }

  /**
   * @param line where the row begins, counted from 1
   */
  LabelledText row(String[] cells, long line) {
    if (cells.length != width) {
      throw file.refusal(
          "has %d columns in line %d".formatted(cells.length, line),
          "its header has " + width,
          "Quote a comma inside a text; a tab can't stand in a TSV file");
    }
    if (cells[text].isBlank()) {
      throw file.refusal(
          "has an empty text in line " + line,
          "there is nothing to learn from it",
          "Fill it or take the row out");
    }
    String code = cells[language].strip().toLowerCase(Locale.ROOT);
    if (!code.matches("[a-z]{2}")) {
      throw file.refusal(
          "names no language in line " + line,
          "language must be an ISO 639-1 code such as en or fr",
          "Fill the column");
    }
    return new LabelledText(
        Origin.LABELS,
        cells[id].strip(),
        code,
        cells[group].strip(),
        cells[text],
        label(cells[label], line),
        day < 0 || cells[day].isBlank() ? Optional.empty() : Optional.of(day(cells[day], line)));
  }

  private int label(String cell, long line) {
    int at = LABELS.indexOf(cell.strip().toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw file.refusal(
          "has an unknown label in line " + line,
          "a label is one of " + String.join(", ", LABELS),
          "Correct the label or take the row out");
    }
    return at;
  }

  private LocalDate day(String cell, long line) {
    try {
      return LocalDate.parse(cell.strip());
    } catch (DateTimeException e) {
      throw file.refusal(
          "has no date in column day of line " + line,
          "a day looks like 2026-01-31",
          "Correct it or leave it empty");
    }
  }
}
