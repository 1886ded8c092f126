package org.credence.jobs.report;

import java.util.Optional;
import org.credence.cubes.CellState;

/**
 * Conversation trust of one brand, subject and period.
 *
 * @param subject all, cluster:ID or attribute:ID
 * @param broken whether the series breaks within the period or right before it
 * @param net nothing unless the cell is published and has scored posts
 * @param people distinct authors behind it, 0 when not published
 * @param method how it was estimated, empty when not published
 * @param basis what the width of the intervals rests on, empty when not published
 */
record TrustCell(
    String brand,
    String subject,
    Span span,
    CellState state,
    boolean partial,
    boolean broken,
    Optional<Net> net,
    Optional<NetChange> change,
    long people,
    long posts,
    long unscored,
    long bots,
    String method,
    String basis) {

  /**
   * Net trust, -1 to 1.
   *
   * @param low of the interval of the conversation
   * @param postsLow of the interval of these posts
   */
  record Net(
      double value,
      double low,
      double high,
      double postsLow,
      double postsHigh,
      double positive,
      double neutral,
      double negative) {}

  /**
   * Net less net of the period before.
   *
   * @param told whether it can be told from noise
   */
  record NetChange(double value, double low, double high, boolean told) {}
}
