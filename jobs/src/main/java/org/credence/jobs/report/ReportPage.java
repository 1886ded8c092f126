package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that the page shows in one language.
 *
 * @param headlines what changed, in sentences
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
    List<BrandPage> details,
    List<SourceLine> sources,
    long unscored,
    long bots,
    List<String> method) {}
