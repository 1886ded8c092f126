package org.credence.jobs.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.credence.cubes.CellState;
import org.credence.settings.TrustModelFile;

/** What the page says of one brand in detail. Pure. */
final class BrandPages {

  private final TrustModelFile trustModel;
  private final ReportCells cells;
  private final Wording words;

  BrandPages(TrustModelFile trustModel, ReportCells cells, Wording words) {
    this.trustModel = trustModel;
    this.cells = cells;
    this.words = words;
  }

  BrandPage of(BrandLine line) {
    String brand = line.id();
    Map<Span, TrustCell> trust =
        bySpan(cells.trust().stream().filter(c -> c.brand().equals(brand)), TrustCell::span);
    Map<Span, VolumeCell> volumes =
        bySpan(cells.volumes().stream().filter(c -> c.brand().equals(brand)), VolumeCell::span);
    Collection<Span> known =
        Stream.concat(trust.keySet().stream(), volumes.keySet().stream()).toList();
    Timeline timeline = Timeline.upTo(cells.span(), known);
    List<BrandPage.SubjectLine> shown = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    List<String> untouched = new ArrayList<>();
    subjects(brand)
        .forEach(
            (subject, cell) -> {
              if (cell.flatMap(TrustCell::net).isPresent()) {
                shown.add(
                    new BrandPage.SubjectLine(subject.kind(), subject.name(), cell.orElseThrow()));
              } else {
                (cell.isPresent() ? hidden : untouched).add(subject.name());
              }
            });
    return new BrandPage(
        line,
        NetChart.of(timeline, trust, words),
        bars(timeline, volumes),
        shown,
        hidden,
        untouched,
        acts(brand, "public"),
        acts(brand, "company"));
  }

  private static <C> Map<Span, C> bySpan(Stream<C> all, Function<C, Span> span) {
    return all.collect(Collectors.toMap(span, Function.identity()));
  }

  private List<BrandPage.Bar> bars(Timeline timeline, Map<Span, VolumeCell> volumes) {
    long highest =
        timeline.spans().stream()
            .map(volumes::get)
            .filter(cell -> cell != null)
            .mapToLong(VolumeCell::posts)
            .max()
            .orElse(0);
    List<BrandPage.Bar> bars = new ArrayList<>();
    for (int i = 0; i < timeline.spans().size(); i++) {
      Span span = timeline.spans().get(i);
      Optional<VolumeCell> cell =
          Optional.ofNullable(volumes.get(span)).filter(c -> c.state() == CellState.PUBLISHED);
      bars.add(
          new BrandPage.Bar(
              timeline.x(i),
              timeline.column(),
              cell.map(c -> words.count(c.posts())).orElse(""),
              label(span, cell),
              cell.map(c -> (double) c.posts() / Math.max(1, highest)).orElse(0.0),
              Optional.ofNullable(volumes.get(span)).filter(VolumeCell::broken).isPresent(),
              cell.isPresent()));
    }
    return bars;
  }

  private String label(Span span, Optional<VolumeCell> cell) {
    return cell.map(
            c ->
                words.say(
                    "chart.volume",
                    words.span(span),
                    words.count(c.posts()),
                    words.count(c.people())))
        .orElseGet(() -> words.say("chart.volume.hidden", words.span(span)));
  }

  private record Subject(String kind, String name) {}

  /** The subjects of the trust model in its order, each with its cell of the period. */
  private Map<Subject, Optional<TrustCell>> subjects(String brand) {
    Map<Subject, Optional<TrustCell>> subjects = new LinkedHashMap<>();
    for (TrustModelFile.Cluster cluster : trustModel.clusters()) {
      put(subjects, brand, "cluster", cluster.id(), cluster.name());
      cluster.attributes().forEach(a -> put(subjects, brand, "attribute", a.id(), a.name()));
    }
    return subjects;
  }

  private void put(
      Map<Subject, Optional<TrustCell>> subjects,
      String brand,
      String kind,
      String id,
      Map<String, String> names) {
    String subject = kind + ":" + id;
    subjects.put(
        new Subject(kind, names.getOrDefault(words.language(), id)),
        cells.subjects().stream()
            .filter(cell -> cell.brand().equals(brand) && cell.subject().equals(subject))
            .findFirst());
  }

  private Optional<ActsCell> acts(String brand, String voice) {
    return cells.acts().stream()
        .filter(cell -> cell.brand().equals(brand) && cell.voice().equals(voice))
        .findFirst();
  }
}
