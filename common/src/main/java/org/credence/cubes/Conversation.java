package org.credence.cubes;

import static org.credence.cubes.Dimension.BRAND;
import static org.credence.cubes.Dimension.LANGUAGE;
import static org.credence.cubes.Dimension.NETWORK;
import static org.credence.cubes.Dimension.PLATFORM;
import static org.credence.cubes.Measure.Kind.ADDITIVE;
import static org.credence.cubes.Measure.Kind.DISTINCT;
import static org.credence.cubes.Measure.Kind.RATIO;

import java.util.List;

/** How much is said about a brand, and by how many people. */
public final class Conversation {

  static final Words UNIT_POSTS = new Words("posts", "publications");
  static final Words UNIT_PEOPLE = new Words("people", "personnes");
  static final Words UNIT_SHARE = new Words("share, 0 to 1", "part, de 0 à 1");

  public static final Measure POSTS =
      Measure.count(
          "posts",
          ADDITIVE,
          UNIT_POSTS,
          new Words(
              "Posts of any kind about the brand by others than the company",
              "Publications de toute nature sur la marque par d'autres que l'entreprise"));
  public static final Measure ORIGINAL_POSTS =
      Measure.count(
          "original_posts",
          ADDITIVE,
          UNIT_POSTS,
          new Words("Those that are no reposts", "Celles qui ne sont pas des partages"));
  public static final Measure REPOSTS =
      Measure.count(
          "reposts", ADDITIVE, UNIT_POSTS, new Words("Reposts", "Partages sans commentaire"));
  public static final Measure REPLIES =
      Measure.count(
          "replies",
          ADDITIVE,
          UNIT_POSTS,
          new Words(
              "Replies and comments, part of the original posts",
              "Réponses et commentaires, comptés dans les publications originales"));
  public static final Measure PEOPLE =
      Measure.count(
          "people",
          DISTINCT,
          UNIT_PEOPLE,
          new Words(
              "Distinct known authors of these posts; exact up to 16,384, above within about 1%",
              "Auteurs distincts connus de ces publications ; exact jusqu'à 16 384, au-delà à 1 %"
                  + " près environ"));
  public static final Measure COMPANY_POSTS =
      Measure.count(
          "company_posts",
          ADDITIVE,
          UNIT_POSTS,
          new Words(
              "Posts by the brand's own accounts, not part of the posts",
              "Publications des comptes de la marque, non comptées dans les publications"));
  public static final Measure SHARE_OF_VOICE =
      Measure.number(
          "share_of_voice",
          RATIO,
          UNIT_SHARE,
          new Words(
              "Original posts over those of the brand and its configured competitors; null without"
                  + " competitors, when one of them is not published, or when the series of one"
                  + " breaks within the period",
              "Publications originales rapportées à celles de la marque et de ses concurrents"
                  + " configurés ; vide sans concurrent, si l'un d'eux n'est pas publié ou si la"
                  + " série de l'un d'eux est rompue dans la période"));

  /** Grouping sets of conversation and trust alike. */
  static final List<GroupingSet> GROUPINGS =
      List.of(
          GroupingSet.of(BRAND),
          GroupingSet.of(BRAND, LANGUAGE),
          GroupingSet.of(BRAND, NETWORK),
          GroupingSet.of(BRAND, PLATFORM));

  public static final Cube CUBE =
      new Cube(
          "conversation",
          new Words("Conversation", "Conversation"),
          new Words(
              "How much is said about a brand, and by how many people",
              "Combien on parle d'une marque, et combien de personnes"),
          new Words("brand and period", "marque et période"),
          List.of(Level.values()),
          List.of(BRAND, LANGUAGE, NETWORK, PLATFORM),
          GROUPINGS,
          List.of(POSTS, ORIGINAL_POSTS, REPOSTS, REPLIES, PEOPLE, COMPANY_POSTS, SHARE_OF_VOICE));

  private Conversation() {}
}
