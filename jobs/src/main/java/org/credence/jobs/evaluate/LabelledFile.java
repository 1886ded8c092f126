package org.credence.jobs.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.credence.settings.Digest;
import org.credence.storage.StorageFailure;

/**
 * The rows of a label file in one language. Needs the columns id, language, group, text and label;
 * day (2026-01-31) is optional.
 *
 * @param others rows in other languages, which are left out
 */
record LabelledFile(Path file, List<LabelledRow> rows, long others) {

  LabelledFile {
    rows = List.copyOf(rows);
  }

  /**
   * @param cells columns whose values together name the cell of a row; may be empty
   * @throws org.credence.settings.Refusal with the line when something in it can't be used
   */
  static LabelledFile read(Path file, String language, List<String> cells) {
    try (TextTable table = TextTable.open(file)) {
      return new Columns(table, cells).read(file, language);
    }
  }

  /** SHA-256 of its bytes as they are. */
  String sha256() {
    MessageDigest digest = Digest.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw StorageFailure.of("read", file.toAbsolutePath().toUri(), "", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Where the columns of one file stand. */
  private static final class Columns {

    private final TextTable table;
    private final int id;
    private final int language;
    private final int group;
    private final int text;
    private final int label;
    private final int day;
    private final List<Integer> cells;

    Columns(TextTable table, List<String> cells) {
      this.table = table;
      this.id = table.required("id");
      this.language = table.required("language");
      this.group = table.required("group");
      this.text = table.required("text");
      this.label = table.required("label");
      this.day = table.column("day");
      this.cells = cells.stream().map(table::required).toList();
    }

    LabelledFile read(Path file, String wanted) {
      List<LabelledRow> rows = new ArrayList<>();
      long others = 0;
      for (Optional<String[]> next = table.next(); next.isPresent(); next = table.next()) {
        String[] row = next.get();
        if (Languages.of(row[language], table).equals(wanted)) {
          rows.add(row(row));
        } else {
          others++;
        }
      }
      if (rows.isEmpty()) {
        throw table.refusal(
            "holds no labelled row in " + wanted,
            others == 0 ? "there is nothing below its header" : others + " rows are in others",
            "Fill it, or name another language.");
      }
      return new LabelledFile(file, rows, others);
    }

    private LabelledRow row(String[] row) {
      return new LabelledRow(
          row[id].strip(),
          row[group].strip(),
          filled(row[text], "text"),
          filled(row[label], "label").strip().toLowerCase(Locale.ROOT),
          day < 0 || row[day].isBlank() ? Optional.empty() : Optional.of(day(row[day].strip())),
          cells.stream().map(at -> row[at].strip()).collect(Collectors.joining(" | ")));
    }

    private String filled(String cell, String name) {
      if (cell.isBlank()) {
        throw table.refusal(
            "has an empty %s in line %d".formatted(name, table.line()),
            "nothing can be learned or judged without it",
            "Fill it or take the row out.");
      }
      return cell;
    }

    private LocalDate day(String cell) {
      try {
        return LocalDate.parse(cell);
      } catch (DateTimeException e) {
        throw table.refusal(
            "has no date in column day of line " + table.line(),
            "a day looks like 2026-01-31",
            "Correct it or leave it empty.");
      }
    }
  }
}
