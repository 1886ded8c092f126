package org.credence.cubes;

import java.util.List;
import org.credence.settings.CredenceSettings;

/** The list of audits with their thresholds, as it lies beside the dictionary of an edition. */
public final class AuditPage {

  private static final Words TITLE =
      new Words("Audits before publishing", "Audits avant publication");
  private static final Words INTRODUCTION =
      new Words(
          "An audit that fails publishes nothing, unless a person accepts it for one run. What"
              + " protects people can't be accepted.",
          "Un audit qui échoue ne publie rien, sauf si une personne l'accepte pour une exécution. Ce"
              + " qui protège les personnes ne peut être accepté.");
  private static final Words HEADER =
      new Words(
          "| Audit | Checks that | Fails at | May be accepted |",
          "| Audit | Vérifie que | Échoue à | Peut être accepté |");
  private static final Words YES = new Words("yes", "oui");
  private static final Words NO = new Words("no", "non");

  private AuditPage() {}

  /** Adds it to an edition. */
  public static void write(EditionDraft draft, CredenceSettings settings) {
    for (String language : List.of("en", "fr")) {
      draft.note("dictionary/audits." + language + ".md", markdown(settings, language));
    }
  }

  static String markdown(CredenceSettings settings, String language) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(TITLE.in(language)).append("\n\n");
    page.append(INTRODUCTION.in(language)).append("\n\n");
    page.append(HEADER.in(language)).append("\n|---|---|---|---|\n");
    for (AuditRule rule : AuditRule.values()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  rule.id(),
                  rule.checks().in(language),
                  rule.fails(settings).in(language),
                  (rule.acceptable() ? YES : NO).in(language)));
    }
    return page.toString();
  }
}
