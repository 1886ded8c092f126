package org.credence.jobs.report;

import java.util.List;
import java.util.Optional;

/**
 * One brand in detail.
 *
 * @param bars posts by period, oldest first
 * @param publicActs what people did, if published
 * @param companyActs what the company's own posts brought, if published
 */
public record BrandPage(
    BrandLine line,
    NetChart chart,
    List<Bar> bars,
    List<ClusterLine> clusters,
    Optional<ActsCell> publicActs,
    Optional<ActsCell> companyActs) {

  /**
   * One period's volume.
   *
   * @param share of the highest bar, 0 to 1
   */
  public record Bar(String label, String axis, double share) {}

  /** A cluster of the trust model with its attributes. */
  public record ClusterLine(SubjectLine cluster, List<SubjectLine> attributes) {}

  /**
   * What is said about a subject.
   *
   * @param cell nothing when nobody touched the subject
   */
  public record SubjectLine(String name, Optional<TrustCell> cell) {

    public Optional<TrustCell.Net> net() {
      return cell.flatMap(TrustCell::net);
    }
  }
}
