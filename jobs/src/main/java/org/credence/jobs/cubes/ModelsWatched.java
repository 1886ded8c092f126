package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.credence.cubes.CellState;
import org.credence.cubes.Dimension;
import org.credence.cubes.Measure;
import org.credence.cubes.ModelWatch;
import org.credence.lake.Mentions;
import org.credence.models.ModelCard;
import org.credence.statistics.FixedPoint;
import org.credence.statistics.StabilityIndex;

/**
 * Holds what models met against what they were trained on. Pure.
 *
 * @param epochs tell which models scored a day
 * @param leastPeople whom a published row needs
 */
record ModelsWatched(Epochs epochs, int leastPeople) {

  /** Fewer voices make an index of .1 by themselves (ten bins' worth of chance over a hundred). */
  private static final int LEAST_VOICES = 100;

  private static final double UNKNOWN_RISE = 0.1;

  /** Figures are rounded, so that nobody can tell counts from them. */
  private static final double UNIT = 1e3;

  List<Row> cells(List<WatchedDay> days) {
    SortedMap<LocalDate, List<WatchedDay>> byDay = new TreeMap<>();
    days.forEach(day -> byDay.computeIfAbsent(day.day(), any -> new ArrayList<>()).add(day));
    List<Row> cells = new ArrayList<>();
    byDay.forEach(
        (day, languages) -> {
          cells.add(together(day, languages));
          languages.stream()
              .filter(language -> language.scored() > 0)
              .forEach(language -> cells.add(cell(language)));
        });
    return cells;
  }

  private Row together(LocalDate day, List<WatchedDay> languages) {
    long voices = languages.stream().mapToLong(WatchedDay::voices).max().orElse(0);
    PlainCell cell = cell(day, Dimension.ALL, voices);
    long posts = languages.stream().mapToLong(WatchedDay::posts).sum();
    if (isShown(voices)) {
      long unscored = languages.stream().mapToLong(WatchedDay::unscored).sum();
      long undetermined =
          languages.stream()
              .filter(language -> language.language().equals(Mentions.UNDETERMINED))
              .mapToLong(WatchedDay::posts)
              .sum();
      set(cell, ModelWatch.UNSCORED, (double) unscored / posts);
      set(cell, ModelWatch.UNDETERMINED, (double) undetermined / posts);
    }
    return cell.toRow();
  }

  private Row cell(WatchedDay day) {
    PlainCell cell = cell(day.day(), day.language(), day.voices());
    if (!isShown(day.voices())) {
      return cell.toRow();
    }
    set(cell, ModelWatch.UNSCORED, (double) day.unscored() / day.posts());
    double unknown = FixedPoint.toDouble(day.unknown()) / day.unknownOf();
    if (day.unknownOf() > 0) {
      set(cell, ModelWatch.UNKNOWN, unknown);
    }
    ModelCard.Reference reference = epochs.quality(day.day()).of(day.language()).reference();
    if (reference.tells()) {
      boolean flagged = day.unknownOf() > 0 && unknown > reference.unknown() + UNKNOWN_RISE;
      set(cell, ModelWatch.UNKNOWN_IN_TRAINING, reference.unknown());
      if (day.bins().stream().mapToLong(Long::longValue).sum() >= LEAST_VOICES * FixedPoint.ONE) {
        double[] expected = reference.net().stream().mapToDouble(Double::doubleValue).toArray();
        double shift = StabilityIndex.of(expected, day.shares());
        set(cell, ModelWatch.SHIFT, shift);
        flagged |= shift > StabilityIndex.SHIFTED;
      }
      cell.set(ModelWatch.FLAGGED.field(), flagged);
    }
    return cell.toRow();
  }

  private PlainCell cell(LocalDate day, String language, long voices) {
    CellState state = isShown(voices) ? CellState.PUBLISHED : CellState.SUPPRESSED;
    return new PlainCell(ModelWatch.CUBE, day, state).set(Dimension.LANGUAGE.field(), language);
  }

  private boolean isShown(long voices) {
    return voices >= leastPeople * FixedPoint.ONE;
  }

  private static void set(PlainCell cell, Measure measure, double figure) {
    cell.set(measure.field(), Math.round(figure * UNIT) / UNIT);
  }
}
