package org.credence.jobs.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.credence.cubes.Edition;
import org.credence.cubes.Editions;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * Writes {@code reports/<night>/index.html} from the edition that {@code cubes/LATEST} names.
 *
 * <p>Reads the cubes only: nothing restricted can get into the page.
 */
public final class ReportJob implements Stage {

  private static final List<String> LANGUAGES = List.of("en", "fr");

  /** For spark-submit; the options are those of {@code credence report}. */
  public static void main(String[] options) {
    StageMain.run("report", options);
  }

  @Override
  public String name() {
    return "report";
  }

  @Override
  public ReportResult run(Night night) {
    Edition edition =
        new Editions(night.cubes())
            .latest()
            .orElseThrow(
                () ->
                    new Refusal(
                        "There is nothing to report",
                        "no edition of the cubes was published yet",
                        "Run credence cubes, or credence nightly",
                        ExitCode.INPUT_NOT_READY));
    String name = edition.name();
    // After a rollback that is an older night than this one.
    LocalDate upTo = LocalDate.parse(edition.night());
    night.progress().step("reading edition " + name);
    ReportCells cells =
        cells(new EditionCells(night.spark(), night.cubes(), name, upTo), edition, upTo);
    List<ReportPage> pages =
        LANGUAGES.stream()
            .map(l -> ReportPages.of(night.settings(), cells, upTo, name, new Wording(l)))
            .toList();
    String key = upTo + "/index.html";
    night.reports().swap(key, html(pages));
    int flagged =
        (int)
            pages.get(0).brands().stream()
                .flatMap(line -> line.change().stream())
                .filter(TrustCell.NetChange::told)
                .count();
    return new ReportResult(night.reports().uri(key), name, pages.get(0).brands().size(), flagged);
  }

  private static ReportCells cells(EditionCells cells, Edition edition, LocalDate night) {
    List<TrustCell> trust = cells.trust();
    Span span = Diagnosis.span(trust, night);
    return new ReportCells(
        span,
        trust,
        cells.subjects(span),
        cells.volumes(),
        cells.acts(span),
        cells.sources(),
        cells.drifts(),
        edition.accepted());
  }

  static String html(List<ReportPage> pages) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            ReportJob.class.getClassLoader(),
            ReportJob.class.getPackageName());
    StringOutput output = new StringOutput();
    engine.render("report.jte", Map.of("pages", pages), output);
    return output.toString();
  }
}
