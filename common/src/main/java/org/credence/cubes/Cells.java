package org.credence.cubes;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.required;

import java.util.List;
import org.credence.lake.Field;

/** The columns that every row of every cube has. */
public final class Cells {

  public static final Field LEVEL =
      required("level", StringType, "day, week, month or quarter; levels are never summed");
  public static final Field PERIOD =
      required("period", DateType, "First day of the period in the reporting time zone");
  public static final Field GROUPING =
      required("grouping_set", StringType, "Dimensions that the row is cut by; never summed");
  public static final Field STATE =
      required("state", StringType, "published, suppressed or missing");
  public static final Field PARTIAL =
      required("partial", BooleanType, "Whether the period ends after the night");
  public static final Field SOURCE_GAPS =
      required("source_gaps", IntegerType, "Days without a due drop, summed over sources");
  public static final Field SERIES_BREAK =
      required(
          "series_break",
          BooleanType,
          "Whether the way of counting or scoring changed in the period or right before it: not to"
              + " be compared with the period before");
  public static final Field EDITION =
      required("edition", StringType, "Edition in which this row last changed");
  public static final Field MODEL_VERSION =
      required("model_version", StringType, "Sentiment models behind it, empty where none is");
  public static final Field TAXONOMY_VERSION =
      required(
          "taxonomy_version",
          StringType,
          "Brands and trust model behind it, several where they changed in the period");
  public static final Field METHODOLOGY_VERSION =
      required("methodology_version", StringType, "How it was computed");

  public static final Field SERIES =
      required(
          "series",
          StringType,
          "Way of counting or scoring; rows may be compared when it is the same and not mixed, empty"
              + " where there is none");

  /** The {@link #SERIES} of a period whose days are of several. */
  public static final String MIXED = "mixed";

  /** Partition of the files, not a column in them: {@code YYYY-MM} of the period's first day. */
  public static final Field MONTH = required(Edition.PARTITION, StringType, "Month of the period");

  /** A column with its meaning in both languages. */
  record Described(Field field, String type, Words meaning) {
    private static Described of(Field field, String french) {
      return new Described(field, field.type().sql(), new Words(field.meaning(), french));
    }
  }

  static final List<Described> FIRST =
      List.of(
          Described.of(LEVEL, "day, week, month ou quarter ; les niveaux ne s'additionnent jamais"),
          Described.of(PERIOD, "Premier jour de la période, dans le fuseau horaire des rapports"),
          Described.of(GROUPING, "Dimensions qui découpent la ligne ; ne s'additionnent jamais"));

  static final List<Described> LAST =
      List.of(
          Described.of(STATE, "published (publié), suppressed (masqué) ou missing (manquant)"),
          Described.of(PARTIAL, "Si la période finit après la nuit"),
          Described.of(
              SOURCE_GAPS, "Jours sans livraison attendue, additionnés sur toutes les sources"),
          Described.of(
              SERIES_BREAK,
              "Si la façon de compter ou de noter a changé dans la période ou juste avant : à ne pas"
                  + " comparer à la période précédente"),
          Described.of(EDITION, "Édition dans laquelle cette ligne a changé pour la dernière fois"),
          Described.of(MODEL_VERSION, "Modèles de sentiment utilisés, vide s'il n'y en a pas"),
          Described.of(
              TAXONOMY_VERSION,
              "Marques et modèle de confiance utilisés, plusieurs s'ils ont changé dans la période"),
          Described.of(METHODOLOGY_VERSION, "Version du mode de calcul"),
          Described.of(
              SERIES,
              "Façon de compter ou de noter ; des lignes se comparent si elle est la même et non"
                  + " mixed (mixte), vide s'il n'y en a pas"));

  private Cells() {}
}
