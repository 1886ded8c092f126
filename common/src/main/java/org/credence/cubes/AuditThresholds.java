package org.credence.cubes;

import java.math.BigDecimal;
import org.credence.settings.AuditSettings;
import org.credence.settings.CredenceSettings;

/** From where on each audit fails, in words, with the thresholds of the settings. */
final class AuditThresholds {

  private AuditThresholds() {}

  static Words of(AuditRule rule, CredenceSettings settings) {
    AuditSettings audits = settings.audits();
    int weeks = audits.historyWeeks();
    int posts = audits.leastPosts();
    return switch (rule) {
      case ENOUGH_PEOPLE ->
          words(
              "fewer than %1$s people, or %2$s employees",
              "moins de %1$s personnes, ou de %2$s salariés",
              settings.minimumCellSize(),
              settings.employees().minimumCellSize());
      case VOLUMES ->
          words(
              "%1$s times below or above the median of the same weekday in %2$s weeks, beyond five"
                  + " median deviations; from %3$s of those and %4$s posts on",
              "%1$s fois sous ou sur la médiane du même jour en %2$s semaines, au-delà de cinq écarts"
                  + " médians ; à partir de %3$s de ces jours et de %4$s publications",
              plain(audits.volumeFactor()),
              weeks,
              audits.leastWeeks(),
              posts);
      case NULL_SHARES -> rise(audits.nullShareRise(), audits);
      case MODEL_DRIFT ->
          words(
              "mean net moved by more than %1$s and five median deviations against %2$s weeks; from"
                  + " %3$s posts a day and %4$s days on",
              "solde moyen déplacé de plus de %1$s et de cinq écarts médians sur %2$s semaines ; à"
                  + " partir de %3$s publications par jour et de %4$s jours",
              plain(audits.netDrift()),
              weeks,
              posts,
              audits.leastNights());
      case UNSCORED_POSTS -> rise(audits.unscoredRise(), audits);
      case COVERAGE_GAPS ->
          words(
              "more than %s of the daily sources, while others delivered; a night of which none did"
                  + " is told as missing",
              "plus de %s des sources quotidiennes, quand d'autres ont livré ; une nuit dont aucune"
                  + " n'a livré est dite manquante",
              plain(audits.missingSources()));
      default -> new Words("any cell", "toute cellule");
    };
  }

  private static Words rise(double threshold, AuditSettings audits) {
    return words(
        "share risen by more than %1$s and five median deviations against %2$s weeks; from %3$s"
            + " posts a day and %4$s days on",
        "part montée de plus de %1$s et de cinq écarts médians sur %2$s semaines ; à partir de"
            + " %3$s publications par jour et de %4$s jours",
        plain(threshold),
        audits.historyWeeks(),
        audits.leastPosts(),
        audits.leastNights());
  }

  private static Words words(String en, String fr, Object... values) {
    return new Words(en.formatted(values), fr.formatted(values));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
