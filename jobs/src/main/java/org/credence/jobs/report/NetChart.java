package org.credence.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Geometry of a line of net trust with the band of its interval: x by period, y from -1 (bottom) to
 * 1 (top). A period without a published figure, and a break in the series, interrupt the line.
 *
 * @param breaks x of the breaks in the series
 */
public record NetChart(
    List<Dot> dots,
    List<String> lines,
    List<String> bands,
    List<Double> breaks,
    List<Timeline.Tick> ticks) {

  static final int HEIGHT = 180;

  /**
   * One published period.
   *
   * @param told whether its change can be told from noise
   */
  public record Dot(double x, double y, String label, boolean told) {}

  private record Point(double x, TrustCell.Net net) {}

  static NetChart of(Timeline timeline, Map<Span, TrustCell> cells, Wording words) {
    List<Dot> dots = new ArrayList<>();
    List<List<Point>> runs = new ArrayList<>();
    List<Double> breaks = new ArrayList<>();
    boolean interrupted = true;
    for (int i = 0; i < timeline.spans().size(); i++) {
      Optional<TrustCell> known = Optional.ofNullable(cells.get(timeline.spans().get(i)));
      Optional<TrustCell> cell = known.filter(c -> c.net().isPresent());
      if (known.filter(TrustCell::broken).isPresent()) {
        breaks.add(timeline.x(i) - timeline.column() / 2);
        interrupted = true;
      }
      if (cell.isPresent()) {
        if (interrupted) {
          runs.add(new ArrayList<>());
        }
        Point point = new Point(timeline.x(i), cell.get().net().orElseThrow());
        runs.get(runs.size() - 1).add(point);
        dots.add(dot(point, cell.get(), words));
      }
      interrupted = cell.isEmpty();
    }
    return new NetChart(
        dots,
        runs.stream().map(NetChart::line).toList(),
        runs.stream().map(NetChart::band).toList(),
        breaks,
        timeline.ticks(words));
  }

  private static Dot dot(Point point, TrustCell cell, Wording words) {
    TrustCell.Net net = point.net();
    String label =
        words.say(
            "chart.net",
            words.span(cell.span()),
            words.points(net.value()),
            words.points(net.low()),
            words.points(net.high()));
    boolean told = cell.change().map(TrustCell.NetChange::told).orElse(false);
    return new Dot(point.x(), y(net.value()), label, told);
  }

  private static String line(List<Point> run) {
    StringBuilder path = new StringBuilder();
    run.forEach(point -> append(path, point.x(), y(point.net().value())));
    return path.toString();
  }

  private static String band(List<Point> run) {
    StringBuilder path = new StringBuilder();
    run.forEach(point -> append(path, point.x(), y(point.net().high())));
    for (int i = run.size() - 1; i >= 0; i--) {
      append(path, run.get(i).x(), y(run.get(i).net().low()));
    }
    return path.append('Z').toString();
  }

  private static void append(StringBuilder path, double x, double y) {
    path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
  }

  static double y(double net) {
    return 8 + (HEIGHT - 16) * (1 - net) / 2;
  }
}
