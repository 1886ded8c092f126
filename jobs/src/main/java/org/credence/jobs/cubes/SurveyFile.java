package org.credence.jobs.cubes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.credence.archive.framing.CsvHeader;
import org.credence.archive.framing.CsvRows;
import org.credence.cubes.Dimension;
import org.credence.settings.NearestName;
import org.credence.settings.Refusal;

/** Reads the results of a trust barometer from CSV. */
final class SurveyFile {

  private static final List<String> COLUMNS =
      List.of("wave", "country", "attribute", "importance", "performance", "n");
  private static final String BRAND = "brand";
  private static final int ROW_BYTES = 1 << 16;

  private final String name;
  private final Set<String> brands;
  private final Set<String> attributes;
  private int row = 1;

  /**
   * @param name for messages
   * @param brands ids that may be named
   * @param attributes ids that may be named
   */
  SurveyFile(String name, Set<String> brands, Set<String> attributes) {
    this.name = name;
    this.brands = brands;
    this.attributes = attributes;
  }

  /**
   * @throws Refusal with the row when something in it can't be used
   */
  List<SurveyResult> parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), ROW_BYTES);
      CsvHeader header = header(rows);
      List<SurveyResult> results = new ArrayList<>();
      Set<String> keys = new HashSet<>();
      while (rows.next()) {
        row++;
        SurveyResult result = result(header, rows);
        if (!keys.add(result.key())) {
          throw refusal("gives %s twice".formatted(result.key()), "a result is one figure");
        }
        results.add(result);
      }
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CsvHeader header(CsvRows rows) throws IOException {
    List<String> names = new ArrayList<>();
    if (rows.next()) {
      for (int i = 0; i < rows.cells(); i++) {
        names.add(rows.cell(i));
      }
    }
    CsvHeader header = new CsvHeader(names);
    for (String column : COLUMNS) {
      if (!header.has(column)) {
        throw refusal(
            "has no column " + column, "its header must name " + String.join(", ", COLUMNS));
      }
    }
    return header;
  }

  private SurveyResult result(CsvHeader header, CsvRows rows) {
    String brand = header.has(BRAND) ? cell(header, rows, BRAND) : "";
    return new SurveyResult(
        wave(cell(header, rows, "wave")),
        country(cell(header, rows, "country")),
        brand.isEmpty() ? Dimension.ALL : known(brand, brands, BRAND, "brands.yaml"),
        known(cell(header, rows, "attribute"), attributes, "attribute", "trust-model.yaml"),
        share(cell(header, rows, "importance"), "importance"),
        share(cell(header, rows, "performance"), "performance"),
        respondents(cell(header, rows, "n")));
  }

  private static String cell(CsvHeader header, CsvRows rows, String column) {
    int at = header.find(column);
    return at < rows.cells() ? rows.cell(at).strip() : "";
  }

  private LocalDate wave(String text) {
    String day =
        switch (text.length()) {
          case 4 -> text + "-01-01";
          case 7 -> text + "-01";
          default -> text;
        };
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw refusal("has the wave '" + text + "'", "it is no YYYY, YYYY-MM or YYYY-MM-DD");
    }
  }

  private String country(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (!Set.of(Locale.getISOCountries()).contains(code)) {
      throw refusal("has the country '" + text + "'", "it is no ISO 3166-1 alpha-2 code");
    }
    return code;
  }

  private String known(String id, Set<String> ids, String what, String file) {
    if (ids.contains(id)) {
      return id;
    }
    Optional<String> nearest = NearestName.of(id, ids);
    throw refusal(
        "names the %s '%s'".formatted(what, id),
        file + " has none of that id" + nearest.map(" (did you mean '%s'?)"::formatted).orElse(""));
  }

  private double share(String text, String column) {
    try {
      double percent = Double.parseDouble(text);
      if (percent >= 0 && percent <= 100) {
        return percent / 100;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw refusal("has the " + column + " '" + text + "'", "it is no per cent from 0 to 100");
  }

  private long respondents(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw refusal("has n '" + text + "'", "it is no number of people");
    }
    return Long.parseLong(text);
  }

  private Refusal refusal(String problem, String reason) {
    return Refusal.configuration(
        "The survey file %s, row %d, %s".formatted(name, row, problem),
        reason,
        "Correct the file, or take it from surveys in credence.yaml.");
  }
}
