package org.credence.cubes;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.credence.cubes.Dimension.LANGUAGE;

import java.util.List;

/**
 * Whether the sentiment models still meet what they were trained on: language × day. Shares only:
 * exact counts over all brands would tell what cells of a brand hide.
 */
public final class ModelWatch {

  private static final Words OF_POSTS =
      new Words("share of original posts", "part des publications originales");

  public static final Measure UNSCORED =
      share(
          "unscored_share",
          OF_POSTS,
          "Original posts of the public in a language without a model",
          "Publications originales du public dans une langue sans modèle");
  public static final Measure UNDETERMINED =
      share(
          "undetermined_share",
          OF_POSTS,
          "Original posts of the public whose language can't be told",
          "Publications originales du public dont la langue est indéterminée");
  public static final Measure UNKNOWN =
      share(
          "unknown_share",
          new Words("share of n-grams", "part des n-grammes"),
          "What a post says in words and letters that the model has never met, on the average",
          "Ce qu'une publication dit avec des mots et lettres que le modèle n'a jamais rencontrés,"
              + " en moyenne");
  public static final Measure UNKNOWN_IN_TRAINING =
      share(
          "unknown_share_in_training",
          new Words("share of n-grams", "part des n-grammes"),
          "The same for a training post and a model of the others",
          "De même pour une publication d'entraînement et un modèle des autres");
  public static final Measure SHIFT =
      Measure.number(
          "posterior_shift",
          Measure.Kind.RATIO,
          new Words("population stability index", "indice de stabilité de la population"),
          new Words(
              "How far posteriors are from those of the training posts, voices weighing 1; above .25"
                  + " they are of another population",
              "Distance entre les probabilités et celles de l'entraînement, chaque voix pesant 1 ;"
                  + " au-delà de 0,25, c'est une autre population"));
  public static final Measure FLAGGED =
      Measure.note(
          "flagged",
          BooleanType,
          new Words(
              "Whether the index is above .25, or the unknown share a tenth above that in training",
              "Si l'indice dépasse 0,25, ou la part inconnue celle de l'entraînement d'un dixième"));

  public static final Cube CUBE =
      new Cube(
          "models",
          new Words("Model watch", "Veille des modèles"),
          new Words(
              "Whether the sentiment models still meet what they were trained on",
              "Si les modèles de sentiment rencontrent encore ce sur quoi ils ont été entraînés"),
          new Words("language and day", "langue et jour"),
          List.of(Level.DAY),
          List.of(LANGUAGE),
          List.of(GroupingSet.of(LANGUAGE)),
          List.of(UNSCORED, UNDETERMINED, UNKNOWN, UNKNOWN_IN_TRAINING, SHIFT, FLAGGED));

  private static Measure share(String name, Words unit, String en, String fr) {
    return Measure.number(name, Measure.Kind.RATIO, unit, new Words(en, fr));
  }

  private ModelWatch() {}
}
