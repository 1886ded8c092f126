package org.credence.jobs.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Adds to each row of a file a column {@code p_<label>} for each class, the calibrated posterior
 * under the training prior, and {@code label_shown}, the largest posterior over prior. Row by row:
 * the file may be larger than memory. A row in another language gets empty cells.
 */
public final class SentimentScorer {

  private final FileModel model;
  private final Ensemble ensemble;

  private SentimentScorer(FileModel model, Ensemble ensemble) {
    this.model = model;
    this.ensemble = ensemble;
  }

  /**
   * @param rows written
   * @param scored those in the language of the model
   */
  public record Scored(long rows, long scored) {}

  /**
   * @param embedding folder of the embedding model; empty for where it was in training
   * @param input needs the columns id and text; language and group are used where they are
   */
  public static Scored score(
      Path folder, String language, Optional<Path> embedding, Path input, Path output) {
    FileModel model = FileModel.load(folder, language);
    List<Scored> scored = new ArrayList<>();
    try (Ensemble ensemble = Ensemble.open(model, embedding);
        TextTable table = TextTable.open(input)) {
      SentimentScorer scorer = new SentimentScorer(model, ensemble);
      Columns columns = new Columns(table);
      OutputFolder.writeFile(
          output,
          place -> {
            try (TableWriter writer =
                new TableWriter(place, String.valueOf(output.getFileName()))) {
              scored.add(scorer.copy(table, columns, writer));
            }
          });
    }
    return scored.get(0);
  }

  private record Columns(int id, int text, int language, int group) {
    Columns(TextTable table) {
      this(
          table.required("id"),
          table.required("text"),
          table.column("language"),
          table.column("group"));
    }
  }

  private Scored copy(TextTable table, Columns columns, TableWriter writer) throws IOException {
    List<String> header = new ArrayList<>(table.header());
    model.card().classes().forEach(label -> header.add("p_" + label));
    header.add("label_shown");
    writer.row(header);
    long rows = 0;
    long scored = 0;
    for (Optional<String[]> next = table.next(); next.isPresent(); next = table.next()) {
      List<String> cells = new ArrayList<>(List.of(next.get()));
      boolean ours = isOurs(next.get(), columns, table);
      cells.addAll(ours ? scores(next.get(), columns, table) : unscored());
      writer.row(cells);
      rows++;
      scored += ours ? 1 : 0;
    }
    if (rows == 0) {
      throw table.refusal("holds no row", "there is nothing below its header", "Fill it.");
    }
    return new Scored(rows, scored);
  }

  private boolean isOurs(String[] row, Columns columns, TextTable table) {
    return columns.language < 0
        || Languages.of(row[columns.language], table).equals(model.card().language());
  }

  private List<String> scores(String[] row, Columns columns, TextTable table) {
    if (row[columns.text].isBlank()) {
      throw table.refusal(
          "has an empty text in line " + table.line(),
          "there is nothing to score",
          "Fill it or take the row out.");
    }
    String group = columns.group < 0 ? "" : row[columns.group].strip();
    double[] raw = ensemble.posterior(row[columns.text], group);
    double[] posterior = model.card().regime(group).bcts().apply(raw);
    List<String> cells = new ArrayList<>();
    for (double p : posterior) {
      cells.add(String.format(Locale.ROOT, "%.6f", p));
    }
    cells.add(model.card().classes().get(Judgement.shown(posterior, model.card().priorArray())));
    return cells;
  }

  private List<String> unscored() {
    return java.util.Collections.nCopies(model.card().classes().size() + 1, "");
  }
}
