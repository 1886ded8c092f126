package org.credence.jobs.report;

import java.util.List;
import java.util.Optional;

/**
 * One brand in detail.
 *
 * @param bars posts by period, oldest first
 * @param subjects with a figure to show
 * @param hidden names of subjects whose figure is not shown
 * @param untouched names of subjects that nobody touched
 * @param publicActs what people did, if published
 * @param companyActs what the company's own posts brought, if published
 */
public record BrandPage(
    BrandLine line,
    NetChart chart,
    List<Bar> bars,
    List<SubjectLine> subjects,
    List<String> hidden,
    List<String> untouched,
    Optional<ActsCell> publicActs,
    Optional<ActsCell> companyActs) {

  /**
   * One period's volume.
   *
   * @param posts as a number to read, empty when unknown
   * @param share of the highest bar, 0 to 1
   * @param broken whether the series breaks in the period or right before it
   * @param known whether the figure is published: an unknown volume is no small one
   */
  public record Bar(
      double x,
      double width,
      String posts,
      String label,
      double share,
      boolean broken,
      boolean known) {

    /** Where the column begins. */
    public double left() {
      return x - width / 2;
    }
  }

  /**
   * What is said about a subject.
   *
   * @param kind cluster or attribute
   */
  public record SubjectLine(String kind, String name, TrustCell cell) {

    public TrustCell.Net net() {
      return cell.net().orElseThrow();
    }
  }

  /** Whether a series breaks in one of its charts. */
  boolean broken() {
    return !chart.breaks().isEmpty() || bars.stream().anyMatch(Bar::broken);
  }

  /** Whether a figure of what people did can be shown. */
  public boolean hasActs() {
    return publicActs.isPresent() || companyActs.isPresent();
  }
}
