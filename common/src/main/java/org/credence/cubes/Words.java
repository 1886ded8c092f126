package org.credence.cubes;

/** What a person reads, in the two languages of the dictionary. */
public record Words(String en, String fr) {

  /** In one of the two languages. */
  public String in(String language) {
    return language.equals("fr") ? fr : en;
  }
}
