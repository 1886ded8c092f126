package org.credence.settings;

/**
 * Thresholds of the audits that compare a night with the weeks before it.
 *
 * @param historyWeeks weeks that are looked back
 * @param leastWeeks same weekdays with a delivery that a source needs before its volume is judged
 * @param leastNights nights with enough posts that a share or mean needs before it is judged
 * @param leastPosts fewer posts tell neither a volume nor a share nor a mean
 * @param volumeFactor a volume so many times below or above the median of the same weekdays fails
 * @param nullShareRise rise of the share of posts without a field, 0 to 1
 * @param netDrift move of the mean posterior net of a language, 0 to 2
 * @param unscoredRise rise of the share of posts that no model scored, 0 to 1
 * @param missingSources share of daily sources without a drop of the night above which it fails
 */
public record AuditSettings(
    int historyWeeks,
    int leastWeeks,
    int leastNights,
    int leastPosts,
    double volumeFactor,
    double nullShareRise,
    double netDrift,
    double unscoredRise,
    double missingSources) {

  public AuditSettings {
    require(historyWeeks >= 1 && historyWeeks <= 52, "history-weeks must be 1 to 52");
    require(
        leastWeeks >= 2 && leastWeeks <= historyWeeks, "least-weeks must be 2 to history-weeks");
    require(
        leastNights >= 2 && leastNights <= 7 * historyWeeks,
        "least-nights must be 2 to the days of history-weeks");
    require(leastPosts >= 1, "least-posts must be at least 1");
    require(volumeFactor > 1, "volume-factor must be more than 1");
    require(isShare(nullShareRise), "null-share-rise must be more than 0 and at most 1");
    require(netDrift > 0 && netDrift <= 2, "net-drift must be more than 0 and at most 2");
    require(isShare(unscoredRise), "unscored-rise must be more than 0 and at most 1");
    require(missingSources >= 0 && missingSources <= 1, "missing-sources must lie in 0 to 1");
  }

  private static boolean isShare(double value) {
    return value > 0 && value <= 1;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("audits." + otherwise);
    }
  }
}
