package org.credence.cubes;

import org.apache.spark.sql.types.DataTypes;
import org.credence.lake.Field;

/** A way to cut a cube. Where a grouping set leaves it out, its column says {@link #ALL}. */
public record Dimension(String name, Words title, Words meaning) {

  /** Everything together. */
  public static final String ALL = "all";

  public static final Dimension BRAND =
      new Dimension(
          "brand", new Words("Brand", "Marque"), new Words("Id of the brand", "Id de la marque"));
  public static final Dimension LANGUAGE =
      new Dimension(
          "language",
          new Words("Language", "Langue"),
          new Words(
              "ISO 639-1 code, und when it can't be told",
              "Code ISO 639-1, und si elle est indéterminée"));
  public static final Dimension NETWORK =
      new Dimension(
          "network",
          new Words("Network", "Réseau"),
          new Words(
              "Whose conversation: customers, partners, public, which add up to all; employees, who"
                  + " are no part of all and of no other cell",
              "À qui est la conversation : customers, partners, public, dont la somme est all ;"
                  + " employees, qui ne comptent ni dans all ni dans aucune autre cellule"));
  public static final Dimension PLATFORM =
      new Dimension(
          "platform",
          new Words("Platform", "Plateforme"),
          new Words("Where it was said", "Où cela a été dit"));
  public static final Dimension SUBJECT =
      new Dimension(
          "subject",
          new Words("Subject", "Sujet"),
          new Words(
              "all, cluster:ID or attribute:ID of the trust model",
              "all, cluster:ID ou attribute:ID du modèle de confiance"));
  public static final Dimension COUNTRY =
      new Dimension(
          "country",
          new Words("Country", "Pays"),
          new Words("ISO 3166-1 alpha-2 code", "Code ISO 3166-1 alpha-2"));
  public static final Dimension ATTRIBUTE =
      new Dimension(
          "attribute",
          new Words("Attribute", "Attribut"),
          new Words("Id in the trust model", "Id dans le modèle de confiance"));
  public static final Dimension VOICE =
      new Dimension(
          "voice",
          new Words("Voice", "Voix"),
          new Words(
              "company (the brand's own accounts) or public (everybody else)",
              "company (les comptes de la marque) ou public (tous les autres)"));
  public static final Dimension SOURCE =
      new Dimension(
          "source",
          new Words("Source", "Source"),
          new Words("Name in sources.yaml", "Nom dans sources.yaml"));

  public Field field() {
    return Field.required(name, DataTypes.StringType, meaning.en());
  }
}
