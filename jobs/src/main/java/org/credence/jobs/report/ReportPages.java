package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Settings;
import org.credence.settings.TrustModelFile;

/** Turns cells into what the page says. Pure. */
final class ReportPages {

  /** Brands that get a section of their own; the overview lists all. */
  private static final int DETAILED_BRANDS = 12;

  private static final int PERIODS = 13;

  private final Settings settings;
  private final ReportCells cells;
  private final Wording words;

  private ReportPages(Settings settings, ReportCells cells, Wording words) {
    this.settings = settings;
    this.cells = cells;
    this.words = words;
  }

  static ReportPage of(
      Settings settings, ReportCells cells, LocalDate night, String edition, Wording words) {
    return new ReportPages(settings, cells, words).page(night, edition);
  }

  private ReportPage page(LocalDate night, String edition) {
    List<BrandLine> lines =
        settings.brands().brands().stream()
            .map(this::line)
            .sorted(
                Comparator.comparingLong(BrandLine::originals)
                    .reversed()
                    .thenComparing(BrandLine::name))
            .toList();
    List<BrandPage> details =
        lines.stream()
            .filter(line -> line.originals() > 0)
            .limit(DETAILED_BRANDS)
            .map(this::detail)
            .toList();
    List<TrustCell> shown = lines.stream().flatMap(line -> line.trust().stream()).toList();
    return new ReportPage(
        words,
        night,
        edition,
        cells.span(),
        settings.credence().minimumCellSize(),
        headlines(lines),
        lines,
        details,
        cells.sources(),
        shown.stream().mapToLong(TrustCell::unscored).sum(),
        shown.stream().mapToLong(TrustCell::bots).sum(),
        method(shown));
  }

  private BrandLine line(Brand brand) {
    return new BrandLine(
        brand.id(),
        brand.name(),
        cells.trust().stream()
            .filter(cell -> cell.brand().equals(brand.id()) && cell.span().equals(cells.span()))
            .findFirst(),
        cells.volumes().stream()
            .filter(cell -> cell.brand().equals(brand.id()) && cell.span().equals(cells.span()))
            .findFirst());
  }

  private List<String> headlines(List<BrandLine> lines) {
    List<String> told =
        lines.stream()
            .filter(line -> line.change().map(TrustCell.NetChange::told).orElse(false))
            .map(this::headline)
            .toList();
    return told.isEmpty() ? List.of(words.say("headline.none")) : told;
  }

  private String headline(BrandLine line) {
    TrustCell.NetChange change = line.change().orElseThrow();
    TrustCell.Net net = line.net().orElseThrow();
    return words.say(
        change.value() < 0 ? "headline.fell" : "headline.rose",
        line.name(),
        words.points(Math.abs(change.value())).replace("+", ""),
        words.points(net.value()),
        words.points(net.low()),
        words.points(net.high()));
  }

  private BrandPage detail(BrandLine line) {
    List<TrustCell> history = latest(cells.trust(), TrustCell::brand, TrustCell::span, line.id());
    List<VolumeCell> volumes =
        latest(cells.volumes(), VolumeCell::brand, VolumeCell::span, line.id());
    return new BrandPage(
        line,
        NetChart.of(history, words),
        bars(volumes),
        settings.trustModel().clusters().stream().map(c -> cluster(line.id(), c)).toList(),
        acts(line.id(), "public"),
        acts(line.id(), "company"));
  }

  /** The last periods of one brand at the level of the report, oldest first. */
  private <C> List<C> latest(
      List<C> all, Function<C, String> brand, Function<C, Span> span, String id) {
    List<C> periods =
        all.stream()
            .filter(cell -> brand.apply(cell).equals(id))
            .filter(cell -> span.apply(cell).level() == cells.span().level())
            .filter(cell -> span.apply(cell).compareTo(cells.span()) <= 0)
            .sorted(Comparator.comparing(span))
            .toList();
    return periods.subList(Math.max(0, periods.size() - PERIODS), periods.size());
  }

  private List<BrandPage.Bar> bars(List<VolumeCell> volumes) {
    long highest = Math.max(1, volumes.stream().mapToLong(VolumeCell::posts).max().orElse(1));
    return volumes.stream()
        .map(
            cell ->
                new BrandPage.Bar(
                    words.say(
                        "chart.volume",
                        words.span(cell.span()),
                        words.count(cell.posts()),
                        words.count(cell.people())),
                    words.shortDate(cell.span().first()),
                    (double) cell.posts() / highest))
        .toList();
  }

  private BrandPage.ClusterLine cluster(String brand, TrustModelFile.Cluster cluster) {
    return new BrandPage.ClusterLine(
        subject(brand, "cluster:" + cluster.id(), cluster.name(), cluster.id()),
        cluster.attributes().stream()
            .map(a -> subject(brand, "attribute:" + a.id(), a.name(), a.id()))
            .toList());
  }

  private BrandPage.SubjectLine subject(
      String brand, String subject, Map<String, String> names, String id) {
    return new BrandPage.SubjectLine(
        names.getOrDefault(words.language(), id),
        cells.subjects().stream()
            .filter(cell -> cell.brand().equals(brand) && cell.subject().equals(subject))
            .findFirst());
  }

  private Optional<ActsCell> acts(String brand, String voice) {
    return cells.acts().stream()
        .filter(cell -> cell.brand().equals(brand) && cell.voice().equals(voice))
        .findFirst();
  }

  private static List<String> method(List<TrustCell> shown) {
    return shown.stream()
        .filter(cell -> cell.net().isPresent())
        .flatMap(cell -> Stream.of("method." + cell.method(), "basis." + cell.basis()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }
}
