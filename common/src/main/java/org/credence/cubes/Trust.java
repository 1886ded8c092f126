package org.credence.cubes;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.cubes.Conversation.UNIT_PEOPLE;
import static org.credence.cubes.Conversation.UNIT_POSTS;
import static org.credence.cubes.Conversation.UNIT_SHARE;
import static org.credence.cubes.Dimension.BRAND;
import static org.credence.cubes.Dimension.LANGUAGE;
import static org.credence.cubes.Dimension.NETWORK;
import static org.credence.cubes.Dimension.PLATFORM;
import static org.credence.cubes.Dimension.SUBJECT;
import static org.credence.cubes.Measure.Kind.ADDITIVE;
import static org.credence.cubes.Measure.Kind.DISTINCT;
import static org.credence.cubes.Measure.Kind.ESTIMATE;

import java.util.ArrayList;
import java.util.List;

/** How the conversation feels about a brand: prevalences, with two intervals each. */
public final class Trust {

  /**
   * A figure and its two intervals.
   *
   * @param low of the interval of the conversation (sampling of people included)
   * @param postsLow of the interval of these posts (classification error only)
   */
  public record Estimated(
      Measure value, Measure low, Measure high, Measure postsLow, Measure postsHigh) {

    private static Estimated of(String name, Words unit, Words meaning) {
      return new Estimated(
          Measure.number(name, ESTIMATE, unit, meaning),
          bound(
              name + "_low",
              unit,
              "Low end, 95%, of the conversation",
              "Borne basse à 95 %, de" + " la conversation"),
          bound(
              name + "_high",
              unit,
              "High end, 95%, of the conversation",
              "Borne haute à 95 %, de" + " la conversation"),
          bound(
              name + "_posts_low",
              unit,
              "Low end, 95%, among these posts",
              "Borne basse à 95 %," + " parmi ces publications"),
          bound(
              name + "_posts_high",
              unit,
              "High end, 95%, among these posts",
              "Borne haute à" + " 95 %, parmi ces publications"));
    }

    private static Measure bound(String name, Words unit, String en, String fr) {
      return Measure.number(name, ESTIMATE, unit, new Words(en, fr));
    }

    List<Measure> measures() {
      return List.of(value, low, high, postsLow, postsHigh);
    }
  }

  private static final Words UNIT_NET = new Words("net, -1 to 1", "solde, de -1 à 1");

  public static final Estimated NET =
      Estimated.of(
          "net",
          UNIT_NET,
          new Words(
              "Conversation trust: share of positive less share of negative",
              "Confiance dans la conversation : part positive moins part négative"));
  public static final Estimated POSITIVE =
      Estimated.of("positive", UNIT_SHARE, new Words("Share of positive posts", "Part positive"));
  public static final Estimated NEUTRAL =
      Estimated.of("neutral", UNIT_SHARE, new Words("Share of neutral posts", "Part neutre"));
  public static final Estimated NEGATIVE =
      Estimated.of("negative", UNIT_SHARE, new Words("Share of negative posts", "Part négative"));

  public static final Measure VOICES =
      Measure.number(
          "voices",
          ADDITIVE,
          new Words("authors × days", "auteurs × jours"),
          new Words(
              "Weight behind the shares: each author and day weighs 1 within a brand",
              "Poids derrière les parts : chaque auteur pèse 1 par jour pour une marque"));
  public static final Measure POSTS_SCORED =
      Measure.count(
          "posts_scored",
          ADDITIVE,
          UNIT_POSTS,
          new Words(
              "Original posts by others than the company, likely bots out, in a language with a"
                  + " model",
              "Publications originales par d'autres que l'entreprise, robots probables exclus,"
                  + " dans une langue qui a un modèle"));
  public static final Measure POSTS_UNSCORED =
      Measure.count(
          "posts_unscored",
          ADDITIVE,
          UNIT_POSTS,
          new Words(
              "The same in languages without a model: not in the shares",
              "Les mêmes dans des langues sans modèle : hors des parts"));
  public static final Measure POSTS_BOT =
      Measure.count(
          "posts_bot",
          ADDITIVE,
          UNIT_POSTS,
          new Words(
              "Original posts by likely bots: not in the shares",
              "Publications originales de robots probables : hors des parts"));
  public static final Measure PEOPLE =
      Measure.count(
          "people",
          DISTINCT,
          UNIT_PEOPLE,
          new Words(
              "Distinct known authors behind the shares",
              "Auteurs distincts connus derrière les" + " parts"));
  public static final Measure METHOD =
      Measure.note(
          "method",
          StringType,
          new Words(
              "pcc (brand with labelled history), map_sld (without), no_labels (widest interval)",
              "pcc (marque avec historique annoté), map_sld (sans), no_labels (intervalle maximal)"));
  public static final Measure BASIS =
      Measure.note(
          "basis",
          StringType,
          new Words(
              "What the width of the intervals rests on: backtest (errors on labelled brands),"
                  + " never_seen (labels, but none by brand), no_labels",
              "Ce qui fonde la largeur des intervalles : backtest (erreurs sur marques annotées),"
                  + " never_seen (annotations, mais pas par marque), no_labels"));
  public static final Measure NET_CHANGE =
      Measure.number(
          "net_change",
          ESTIMATE,
          UNIT_NET,
          new Words(
              "Net less net of the period before; null across a break in the series",
              "Solde moins celui de la période précédente ; vide à travers une rupture de série"));
  public static final Measure NET_CHANGE_LOW =
      Measure.number(
          "net_change_low",
          ESTIMATE,
          UNIT_NET,
          new Words("Low end of the change, 95%", "Borne basse du changement à 95 %"));
  public static final Measure NET_CHANGE_HIGH =
      Measure.number(
          "net_change_high",
          ESTIMATE,
          UNIT_NET,
          new Words("High end of the change, 95%", "Borne haute du changement à 95 %"));
  public static final Measure NET_CHANGE_P =
      Measure.number(
          "net_change_p",
          ESTIMATE,
          new Words("probability", "probabilité"),
          new Words(
              "Probability of a change as large if there were none",
              "Probabilité d'un changement aussi grand s'il n'y en avait pas"));
  public static final Measure NET_CHANGE_TOLD =
      Measure.note(
          "net_change_told",
          BooleanType,
          new Words(
              "Whether the change can be told from noise, at most 5% false among all cells of the"
                  + " period",
              "Si le changement se distingue du bruit, au plus 5 % de faux parmi toutes les"
                  + " cellules de la période"));

  public static final Cube CUBE =
      new Cube(
          "trust",
          new Words("Trust", "Confiance"),
          new Words(
              "Conversation trust: the share among original posts by others than the company, in"
                  + " languages with a model, likely bots out, each author and day weighing 1",
              "Confiance dans la conversation : part parmi les publications originales d'autres que"
                  + " l'entreprise, dans les langues qui ont un modèle, robots probables exclus,"
                  + " chaque auteur pesant 1 par jour"),
          new Words("brand, subject and period", "marque, sujet et période"),
          List.of(Level.values()),
          List.of(BRAND, LANGUAGE, NETWORK, PLATFORM, SUBJECT),
          groupings(),
          measures());

  private static List<GroupingSet> groupings() {
    List<GroupingSet> groupings = new ArrayList<>(Conversation.GROUPINGS);
    groupings.add(GroupingSet.of(BRAND, SUBJECT));
    return groupings;
  }

  private static List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    for (Estimated figure : List.of(NET, POSITIVE, NEUTRAL, NEGATIVE)) {
      measures.addAll(figure.measures());
    }
    measures.addAll(
        List.of(VOICES, POSTS_SCORED, POSTS_UNSCORED, POSTS_BOT, PEOPLE, METHOD, BASIS));
    measures.addAll(
        List.of(NET_CHANGE, NET_CHANGE_LOW, NET_CHANGE_HIGH, NET_CHANGE_P, NET_CHANGE_TOLD));
    return measures;
  }

  private Trust() {}
}
