package org.credence.cubes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.credence.settings.CredenceSettings;

/**
 * Every audit that an edition must pass before it is published: what it checks and from where on it
 * fails. One that fails publishes nothing. Knows no class of Spark, so that a listing starts none.
 */
public enum AuditRule {
  HIDDEN_CELLS_ARE_EMPTY(
      false,
      new Words(
          "a row that is not published holds no figure",
          "une ligne non publiée ne contient aucun chiffre")),
  ENOUGH_PEOPLE(
      false,
      new Words(
          "a published cell has the least number of people behind it",
          "une cellule publiée repose sur le nombre minimal de personnes")),
  POSTS_ADD_UP(
      true,
      new Words(
          "original posts and reposts are the posts, replies are among the originals",
          "publications originales et partages font les publications, les réponses sont parmi les"
              + " originales")),
  SHARES_IN_RANGE(
      true,
      new Words(
          "shares add up to 1 and lie in their intervals",
          "les parts font 1 et se trouvent dans leurs intervalles")),
  TIERS_ADD_UP(
      true,
      new Words(
          "people by their highest act are the people",
          "les personnes par acte le plus élevé font les personnes")),
  ACCOUNTS_BALANCE(
      true,
      new Words(
          "accepted, rejected, duplicate, out of scope and notices are the records read",
          "acceptés, rejetés, doublons, hors périmètre et avis font les enregistrements lus")),
  LEVELS_ADD_UP(
      true,
      new Words(
          "additive figures of a past week, month or quarter are the sum of its days, where all are"
              + " published",
          "les chiffres additifs d'une semaine, d'un mois ou d'un trimestre passés sont la somme de"
              + " leurs jours, là où tous sont publiés")),
  VOLUMES(
      true,
      new Words(
          "what a source delivered is of the size of the same weekdays before",
          "ce qu'une source a livré est de l'ordre des mêmes jours de semaine précédents")),
  NULL_SHARES(
      true,
      new Words(
          "author, language and responses are missing no more often than in the weeks before",
          "auteur, langue et réactions ne manquent pas plus souvent que les semaines précédentes")),
  MODEL_DRIFT(
      true,
      new Words(
          "the mean posterior of a language is near that of the days of the weeks before that were"
              + " scored alike",
          "la moyenne a posteriori d'une langue est proche de celle des jours des semaines"
              + " précédentes notés de la même façon")),
  UNSCORED_POSTS(
      true,
      new Words(
          "no more posts than on such days of the weeks before remain without a score",
          "pas plus de publications que ces jours des semaines précédentes restent sans score")),
  COVERAGE_GAPS(
      true,
      new Words(
          "enough daily sources delivered a drop of the night",
          "assez de sources quotidiennes ont livré pour la nuit"));

  private final boolean acceptable;
  private final Words checks;

  AuditRule(boolean acceptable, Words checks) {
    this.acceptable = acceptable;
    this.checks = checks;
  }

  /** As on the command line, such as {@code posts-add-up}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AuditRule> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(AuditRule::id).toList();
  }

  /** Whether a person may publish in spite of it; never what protects people. */
  public boolean acceptable() {
    return acceptable;
  }

  public Words checks() {
    return checks;
  }

  /** From where on it fails. */
  public Words fails(CredenceSettings settings) {
    return AuditThresholds.of(this, settings);
  }
}
