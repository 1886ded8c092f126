package org.credence.cubes;

import static org.credence.cubes.Dimension.ATTRIBUTE;
import static org.credence.cubes.Dimension.BRAND;
import static org.credence.cubes.Dimension.COUNTRY;

import java.util.List;

/**
 * Results of trust barometers as they were delivered, a reference beside what is estimated from
 * conversations. No other cube draws on it.
 */
public final class Survey {

  private static final Words UNIT_SHARE = new Words("share of respondents", "part des répondants");

  public static final Measure IMPORTANCE =
      Measure.number(
          "importance",
          Measure.Kind.ESTIMATE,
          UNIT_SHARE,
          new Words(
              "Share of respondents to whom the attribute matters",
              "Part des répondants pour qui l'attribut compte"));
  public static final Measure PERFORMANCE =
      Measure.number(
          "performance",
          Measure.Kind.ESTIMATE,
          UNIT_SHARE,
          new Words(
              "Share of respondents who say that the company does well in it",
              "Part des répondants qui jugent que l'entreprise y réussit"));
  public static final Measure RESPONDENTS =
      Measure.count(
          "respondents",
          Measure.Kind.DISTINCT,
          new Words("people", "personnes"),
          new Words("People who were asked", "Personnes interrogées"));

  public static final Cube CUBE =
      new Cube(
          "survey",
          new Words("Surveys", "Enquêtes"),
          new Words(
              "What trust barometers found, as delivered: beside the estimates from conversations,"
                  + " never mixed into them",
              "Ce que les baromètres de confiance ont mesuré, tel que livré : à côté des estimations"
                  + " tirées des conversations, jamais mêlé à elles"),
          new Words("wave, country, brand and attribute", "vague, pays, marque et attribut"),
          List.of(Level.DAY),
          List.of(BRAND, COUNTRY, ATTRIBUTE),
          List.of(GroupingSet.of(BRAND, COUNTRY, ATTRIBUTE)),
          List.of(IMPORTANCE, PERFORMANCE, RESPONDENTS));

  private Survey() {}
}
