package org.credence.cubes;

import java.util.Locale;

/** Three states that are never mixed up; zero is a published number. */
public enum CellState {
  PUBLISHED(new Words("the figures stand", "les chiffres sont publiés")),
  SUPPRESSED(
      new Words(
          "too few people, or another cell could be worked out from it",
          "trop peu de personnes, ou une autre cellule pourrait en être déduite")),
  MISSING(
      new Words(
          "nothing is known: a source delivered nothing, or the brand was not looked for yet",
          "inconnu : une source n'a rien livré, ou la marque n'était pas encore recherchée"));

  private final Words meaning;

  CellState(Words meaning) {
    this.meaning = meaning;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Words meaning() {
    return meaning;
  }
}
