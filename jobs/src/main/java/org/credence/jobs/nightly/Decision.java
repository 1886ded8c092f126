package org.credence.jobs.nightly;

/**
 * Whether a stage is to be run.
 *
 * @param onlyNews nothing else than the drops and the date differs from the last time
 * @param why in words for a person, such as {@code brands.yaml changed}
 */
public record Decision(Step step, boolean due, boolean onlyNews, String why) {

  static Decision due(Step step, String why) {
    return new Decision(step, true, false, why);
  }

  static Decision news(Step step, String why) {
    return new Decision(step, true, true, why);
  }

  static Decision done(Step step, String why) {
    return new Decision(step, false, true, why);
  }
}
