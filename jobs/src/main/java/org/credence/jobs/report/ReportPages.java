package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.credence.cubes.Words;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Settings;

/** Turns cells into what the page says. Pure. */
final class ReportPages {

  /** Brands that get a section of their own; the overview tells of all. */
  static final int DETAILED_BRANDS = 12;

  /** Changes that are told in a sentence; the overview marks all. */
  static final int HEADLINES = 6;

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
    BrandPages pages = new BrandPages(settings.trustModel(), cells, words);
    List<BrandPage> details =
        lines.stream()
            .filter(line -> line.originals() > 0)
            .limit(DETAILED_BRANDS)
            .map(pages::of)
            .toList();
    List<TrustCell> shown = lines.stream().flatMap(line -> line.trust().stream()).toList();
    return new ReportPage(
        words,
        night,
        edition,
        cells.span(),
        settings.credence().minimumCellSize(),
        headlines(lines),
        lines.stream().filter(BrandLine::hasFigures).toList(),
        withoutFigures(lines),
        details,
        lines.stream().filter(line -> line.originals() > 0).count() - details.size(),
        cells.sources(),
        cells.drifts().stream().map(this::drift).toList(),
        shown.stream().mapToLong(TrustCell::unscored).sum(),
        shown.stream().mapToLong(TrustCell::bots).sum(),
        accepted(),
        method(shown));
  }

  private List<String> accepted() {
    return cells.accepted().stream()
        .map(
            audit ->
                words.say(
                    "accepted.audit",
                    audit.audit(),
                    String.join("; ", audit.broken().stream().map(this::inLanguage).toList()),
                    audit.reason()))
        .toList();
  }

  private String drift(Drift drift) {
    return words.say(
        drift.shift().isPresent() ? "drift.shift" : "drift.unknown",
        words.inWords(drift.language()),
        words.date(drift.day()),
        words.percent(drift.unknown()),
        words.percent(drift.inTraining()),
        words.decimal(drift.shift().orElse(0)));
  }

  private String inLanguage(Words sentence) {
    return sentence.in(words.language());
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

  /** Of each reason one sentence: a table of brands that tell nothing hides those that do. */
  private List<String> withoutFigures(List<BrandLine> lines) {
    Map<String, List<String>> names = new TreeMap<>();
    lines.stream()
        .filter(line -> !line.hasFigures())
        .forEach(
            line -> names.computeIfAbsent(line.absence(), k -> new ArrayList<>()).add(line.name()));
    List<String> sentences = new ArrayList<>();
    names.forEach(
        (reason, brands) ->
            sentences.add(
                words.say(
                    "overview.without",
                    brands.size(),
                    words.say(reason, settings.credence().minimumCellSize()),
                    String.join(", ", brands))));
    return sentences;
  }

  private List<String> headlines(List<BrandLine> lines) {
    List<BrandLine> told =
        lines.stream()
            .filter(line -> line.change().map(TrustCell.NetChange::told).orElse(false))
            .sorted(
                Comparator.comparingDouble(line -> -Math.abs(line.change().orElseThrow().value())))
            .toList();
    long broken = lines.stream().filter(BrandLine::broken).count();
    if (told.isEmpty()) {
      return List.of(
          broken == 0 ? words.say("headline.none") : words.say("headline.break", broken));
    }
    List<String> headlines =
        new ArrayList<>(told.stream().limit(HEADLINES).map(this::headline).toList());
    if (told.size() > HEADLINES) {
      headlines.add(words.say("headline.more", told.size() - HEADLINES));
    }
    return headlines;
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

  private static List<String> method(List<TrustCell> shown) {
    return shown.stream()
        .filter(cell -> cell.net().isPresent())
        .flatMap(cell -> Stream.of("method." + cell.method(), "basis." + cell.basis()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }
}
