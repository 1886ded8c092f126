package org.credence.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Geometry of a line of net trust with the band of its interval: x by period, y from -1 (bottom) to
 * 1 (top). A period without a published figure interrupts the line.
 */
public record NetChart(List<Dot> dots, List<String> lines, List<String> bands) {

  static final int WIDTH = 640;
  static final int HEIGHT = 180;
  private static final int LEFT = 36;

  /**
   * One published period.
   *
   * @param told whether its change can be told from noise
   */
  public record Dot(double x, double y, String label, boolean told) {}

  static NetChart of(List<TrustCell> periods, Wording words) {
    List<Dot> dots = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> bands = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i <= periods.size(); i++) {
      Optional<TrustCell.Net> net = i < periods.size() ? periods.get(i).net() : Optional.empty();
      if (net.isPresent()) {
        run.add(i);
        dots.add(dot(periods, i, net.get(), words));
      } else if (!run.isEmpty()) {
        lines.add(line(periods, run));
        bands.add(band(periods, run));
        run.clear();
      }
    }
    return new NetChart(dots, lines, bands);
  }

  private static Dot dot(List<TrustCell> periods, int i, TrustCell.Net net, Wording words) {
    TrustCell cell = periods.get(i);
    String label =
        words.say(
            "chart.net",
            words.span(cell.span()),
            words.points(net.value()),
            words.points(net.low()),
            words.points(net.high()));
    boolean told = cell.change().map(TrustCell.NetChange::told).orElse(false);
    return new Dot(x(i, periods.size()), y(net.value()), label, told);
  }

  private static String line(List<TrustCell> periods, List<Integer> run) {
    StringBuilder path = new StringBuilder();
    for (int i : run) {
      append(path, x(i, periods.size()), y(net(periods, i).value()));
    }
    return path.toString();
  }

  private static String band(List<TrustCell> periods, List<Integer> run) {
    StringBuilder path = new StringBuilder();
    for (int i : run) {
      append(path, x(i, periods.size()), y(net(periods, i).high()));
    }
    for (int k = run.size() - 1; k >= 0; k--) {
      int i = run.get(k);
      append(path, x(i, periods.size()), y(net(periods, i).low()));
    }
    return path.append('Z').toString();
  }

  private static TrustCell.Net net(List<TrustCell> periods, int i) {
    return periods.get(i).net().orElseThrow();
  }

  private static void append(StringBuilder path, double x, double y) {
    path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
  }

  static double x(int i, int n) {
    return LEFT + (WIDTH - LEFT - 12) * (n == 1 ? 0.5 : (double) i / (n - 1));
  }

  static double y(double net) {
    return 8 + (HEIGHT - 16) * (1 - net) / 2;
  }
}
