package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that the page shows in one language.
 *
 * @param headlines what changed, in sentences
 * @param brands with figures
 * @param withoutFigures the other brands and why, in sentences
 * @param more brands that could be shown in detail and are not
 * @param drifts where a model meets posts unlike those that it was trained on, a sentence each
 * @param accepted audits in spite of which the edition was published, a sentence each
 * @param method keys of the methods and bases behind the figures, for the notes
 */
public record ReportPage(
    Wording words,
    LocalDate night,
    String edition,
    Span span,
    int minimumCellSize,
    List<String> headlines,
    List<BrandLine> brands,
    List<String> withoutFigures,
    List<BrandPage> details,
    long more,
    List<SourceLine> sources,
    List<String> drifts,
    long unscored,
    long bots,
    List<String> accepted,
    List<String> method) {

  /** Whether a series breaks in what is shown. */
  public boolean broken() {
    return brands.stream().anyMatch(BrandLine::broken)
        || details.stream().anyMatch(BrandPage::broken);
  }
}
