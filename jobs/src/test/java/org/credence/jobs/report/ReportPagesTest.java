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
import org.credence.cubes.AcceptedAudit;
import org.credence.cubes.CellState;
import org.credence.cubes.Level;
import org.credence.cubes.Words;
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
        .contains("volumes: x fell. Accepted because: &lt;i&gt;strike&lt;/i&gt;")
        .contains(
            "volumes : x a chuté. Accepté pour la raison suivante : &lt;i&gt;strike&lt;/i&gt;")
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
  void brandsWithoutFiguresAreToldInOneSentenceAReason() {
    assertThat(page("en").brands()).extracting(BrandLine::id).containsExactly("alpha");
    assertThat(page("en").withoutFigures())
        .containsExactly(
            "2 other brands, nothing was said: Delta, Gamma.",
            "1 other brand, not shown: fewer than 10 people, or another figure would give it"
                + " away: Beta.");
    assertThat(page("fr").withoutFigures())
        .contains("2 autres marques, rien n’a été dit : Delta, Gamma.");
  }

  @Test
  void aVolumeThatIsNotPublishedIsNoZero() {
    List<BrandPage.Bar> bars = page("en").details().get(0).bars();

    assertThat(bars).extracting(BrandPage.Bar::posts).containsExactly("", "1,200");
    assertThat(bars).extracting(BrandPage.Bar::known).containsExactly(false, true);
    assertThat(bars)
        .extracting(BrandPage.Bar::label)
        .containsExactly(
            "Week of 16 February 2026: not shown",
            "Week of 23 February 2026: 1,200 posts by 700 people");
  }

  @Test
  void aBreakInTheSeriesIsMarkedAndExplained() {
    assertThat(page("en").details().get(0).bars())
        .extracting(BrandPage.Bar::broken)
        .containsExactly(false, true);
    assertThat(ReportJob.html(List.of(page("en"), page("fr"))))
        .contains("<line x1=\"332.0\" y1=\"8\" x2=\"332.0\" y2=\"94\"", "break in the series")
        .contains("A dashed line marks a break in the series", "Un trait tireté marque");
  }

  @Test
  void subjectsWithoutFiguresAreNamedNotTabled() {
    BrandPage alpha = page("en").details().get(0);

    assertThat(alpha.subjects())
        .extracting(BrandPage.SubjectLine::name)
        .containsExactly("Integrity");
    assertThat(alpha.hidden()).containsExactly("Engagement");
    assertThat(alpha.untouched()).contains("Offers high quality products or services");
    assertThat(ReportJob.html(List.of(page("en"))))
        .contains("would give another away: Engagement.</p>");
  }

  @Test
  void saysWhichSourcesCouldNotBeReadAndWhenTheyLastDelivered() {
    assertThat(ReportJob.html(List.of(page("en"))))
        .contains("twitter: 2 of 5 files could not be read to their end")
        .contains("<td>twitter</td><td class=\"date\">4 March 2026</td><td>5</td><td>2</td>");
  }

  @Test
  void saysWhereAModelMeetsPostsUnlikeThoseOfItsTraining() {
    assertThat(ReportJob.html(List.of(page("en"))))
        .contains("English: posts of 5 March 2026 are not like those")
        .contains("(stability index 0.31; 31% of their n-grams are new to it, 20% in training)")
        .contains("French: posts of 5 March 2026 use words")
        .contains("(41% of their n-grams, 30% in training)");
    assertThat(ReportJob.html(List.of(page("fr"))))
        .contains("Anglais : les publications du 5 mars 2026 ne ressemblent pas");
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
            new BrandsFile(
                List.of(
                    brand("alpha", "<b>Alpha</b>"),
                    brand("beta", "Beta"),
                    brand("gamma", "Gamma"),
                    brand("delta", "Delta"))),
            shipped.trustModel(),
            shipped.sources(),
            shipped.topics(),
            shipped.mappings(),
            Map.of(),
            Map.of());
    ReportCells cells =
        new ReportCells(
            WEEK,
            List.of(
                published("all", WEEK_BEFORE, .28, Optional.empty()),
                published(
                    "all", WEEK, -.12, Optional.of(new TrustCell.NetChange(-.40, -.5, -.3, true))),
                unpublished("beta", "all", CellState.SUPPRESSED),
                unpublished("gamma", "all", CellState.PUBLISHED)),
            List.of(
                unpublished("alpha", "cluster:engagement", CellState.SUPPRESSED),
                published("cluster:integrity", WEEK, .1, Optional.empty())),
            List.of(
                new VolumeCell(
                    "alpha",
                    WEEK,
                    CellState.PUBLISHED,
                    false,
                    true,
                    1200,
                    900,
                    700,
                    OptionalDouble.of(.6))),
            List.of(new ActsCell("alpha", "public", Map.of("likes", 1234.0))),
            List.of(
                new SourceLine(
                    "twitter",
                    5,
                    2,
                    10,
                    7,
                    1,
                    1,
                    0,
                    1,
                    Optional.of(LocalDate.parse("2026-03-04")),
                    List.of(LocalDate.parse("2026-02-28")))),
            List.of(
                new Drift("en", NIGHT, OptionalDouble.of(.3141), .31, .2),
                new Drift("fr", NIGHT, OptionalDouble.empty(), .41, .3)),
            List.of(
                new AcceptedAudit(
                    "volumes", "<i>strike</i>", List.of(new Words("x fell", "x a chuté")))));
    return ReportPages.of(settings, cells, NIGHT, "2026-03-05-abc", new Wording(language));
  }

  private static Brand brand(String id, String name) {
    return new Brand(id, name, List.of(id), Map.of(), List.of(), List.of());
  }

  private static TrustCell unpublished(String brand, String subject, CellState state) {
    return new TrustCell(
        brand,
        subject,
        WEEK,
        state,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        0,
        0,
        "",
        "");
  }

  private static TrustCell published(
      String subject, Span span, double net, Optional<TrustCell.NetChange> change) {
    return new TrustCell(
        "alpha",
        subject,
        span,
        CellState.PUBLISHED,
        false,
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
