package org.credence.jobs.cubes;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.credence.cubes.CellState;
import org.credence.cubes.Dimension;
import org.credence.cubes.Survey;

/**
 * What a wave of a trust barometer found about one attribute.
 *
 * @param wave first day of the wave
 * @param brand id, or {@link Dimension#ALL} for business as a whole
 * @param importance share of respondents, 0 to 1
 * @param performance share of respondents, 0 to 1
 */
record SurveyResult(
    LocalDate wave,
    String country,
    String brand,
    String attribute,
    double importance,
    double performance,
    long respondents) {

  /** What one result has to itself. */
  String key() {
    return String.join(" ", wave.toString(), country, brand, attribute);
  }

  Row cell(int leastPeople) {
    boolean shown = respondents >= leastPeople;
    CellState state = shown ? CellState.PUBLISHED : CellState.SUPPRESSED;
    PlainCell cell =
        new PlainCell(Survey.CUBE, wave, state)
            .set(Dimension.BRAND.field(), brand)
            .set(Dimension.COUNTRY.field(), country)
            .set(Dimension.ATTRIBUTE.field(), attribute);
    if (shown) {
      cell.set(Survey.IMPORTANCE.field(), importance)
          .set(Survey.PERFORMANCE.field(), performance)
          .set(Survey.RESPONDENTS.field(), respondents);
    }
    return cell.toRow();
  }
}
