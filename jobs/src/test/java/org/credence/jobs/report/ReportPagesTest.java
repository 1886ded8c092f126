package org.credence.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.credence.cubes.CellState;
import org.credence.cubes.Level;
import org.credence.settings.BrandsFile;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Settings;
import org.junit.jupiter.api.Test;

class ReportPagesTest {

  private static final LocalDate NIGHT = LocalDate.parse("2026-03-05");
  private static final Span WEEK = new Span(Level.WEEK, LocalDate.parse("2026-02-23"));
  private static final Span WEEK_BEFORE = new Span(Level.WEEK, LocalDate.parse("2026-02-16"));

  @Test
  void namesTheChangesThatCanBeToldFromNoise() {
    ReportPage english = page("en");
    ReportPage french = page("fr");

    assertThat(english.headlines())
        .containsExactly(
            "<b>Alpha</b>: net trust fell by 40 points to −12 (interval −20 to −4); the fall can"
                + " be told from noise.");
    assertThat(french.headlines())
        .containsExactly(
            "<b>Alpha</b> : la confiance nette a baissé de 40 points, à −12 (intervalle de −20 à"
                + " −4) ; la baisse se distingue du bruit.");
  }

  @Test
  void escapesWhatComesFromDataAndAsksNoNetwork() {
    String html = ReportJob.html(List.of(page("en"), page("fr")));

    assertThat(html)
        .contains("&lt;b&gt;Alpha&lt;/b&gt;")
        .doesNotContain("<b>Alpha")
        .contains("<main lang=\"en\">", "<main lang=\"fr\">")
        .doesNotContainPattern("(src|href)\\s*=")
        .doesNotContain("http:", "https:", "@import", "url(", "<script");
  }

  @Test
  void saysWhyAFigureIsNotShown() {
    assertThat(ReportJob.html(List.of(page("en"))))
        .contains("not shown: fewer than 10 people, or another figure would give it away")
        .contains("twitter: nothing was delivered on 1 day, 28 February 2026.");
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(new TreeSet<>(bundle("fr").keySet()))
        .isEqualTo(new TreeSet<>(bundle("en").keySet()));
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "org.credence.jobs.report.words", java.util.Locale.forLanguageTag(language));
  }

  private static ReportPage page(String language) {
    Settings shipped = Settings.load(Path.of("../conf"), Map.of());
    Settings settings =
        new Settings(
            shipped.root(),
            shipped.credence(),
            new BrandsFile(List.of(brand("alpha", "<b>Alpha</b>"), brand("beta", "Beta"))),
            shipped.trustModel(),
            shipped.sources(),
            Map.of(),
            Map.of());
    ReportCells cells =
        new ReportCells(
            WEEK,
            List.of(
                published(WEEK_BEFORE, .28, Optional.empty()),
                published(WEEK, -.12, Optional.of(new TrustCell.NetChange(-.40, -.5, -.3, true))),
                new TrustCell(
                    "beta",
                    "all",
                    WEEK,
                    CellState.SUPPRESSED,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    0,
                    0,
                    0,
                    "",
                    "")),
            List.of(),
            List.of(
                new VolumeCell(
                    "alpha",
                    WEEK,
                    CellState.PUBLISHED,
                    false,
                    1200,
                    900,
                    700,
                    OptionalDouble.of(.6))),
            List.of(new ActsCell("alpha", "public", Map.of("likes", 1234.0))),
            List.of(
                new SourceLine(
                    "twitter", 5, 0, 10, 7, 1, 1, 0, 1, List.of(LocalDate.parse("2026-02-28")))));
    return ReportPages.of(settings, cells, NIGHT, "2026-03-05-abc", new Wording(language));
  }

  private static Brand brand(String id, String name) {
    return new Brand(id, name, List.of(id), Map.of(), List.of(), List.of());
  }

  private static TrustCell published(Span span, double net, Optional<TrustCell.NetChange> change) {
    return new TrustCell(
        "alpha",
        "all",
        span,
        CellState.PUBLISHED,
        false,
        Optional.of(
            new TrustCell.Net(net, net - .08, net + .08, net - .05, net + .05, .3, .4, .3 - net)),
        change,
        700,
        900,
        12,
        40,
        "pcc",
        "backtest");
  }
}
