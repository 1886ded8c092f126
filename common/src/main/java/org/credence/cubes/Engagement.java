package org.credence.cubes;

import static org.credence.cubes.Conversation.UNIT_PEOPLE;
import static org.credence.cubes.Conversation.UNIT_POSTS;
import static org.credence.cubes.Dimension.BRAND;
import static org.credence.cubes.Dimension.LANGUAGE;
import static org.credence.cubes.Dimension.NETWORK;
import static org.credence.cubes.Dimension.PLATFORM;
import static org.credence.cubes.Dimension.VOICE;
import static org.credence.cubes.Measure.Kind.ADDITIVE;
import static org.credence.cubes.Measure.Kind.DISTINCT;
import static org.credence.cubes.Measure.Kind.RATIO;

import java.util.ArrayList;
import java.util.List;

/** What people did: responses as delivered, rates on the company's own posts, people by act. */
public final class Engagement {

  /**
   * A response count and the posts that delivered it.
   *
   * @param total null when no post delivered it
   */
  public record Response(Measure total, Measure posts) {

    private static Response of(String name, String en, String fr) {
      return new Response(
          Measure.count(
              name,
              ADDITIVE,
              new Words(name, fr.toLowerCase(java.util.Locale.ROOT)),
              new Words(
                  en + " as delivered; null when no post delivered them",
                  fr + " tels que livrés ; vide si aucune publication ne les a livrés")),
          Measure.count(
              "posts_with_" + name,
              ADDITIVE,
              UNIT_POSTS,
              new Words(
                  "Posts that delivered a number of " + name,
                  "Publications qui ont livré un nombre : " + fr)));
    }
  }

  public static final Measure ORIGINAL_POSTS =
      Measure.count(
          "original_posts",
          ADDITIVE,
          UNIT_POSTS,
          new Words(
              "Posts about the brand in this voice but reposts, which carry the responses to what"
                  + " they repeat: those behind all responses",
              "Publications de cette voix sur la marque hors partages, qui portent les réactions à"
                  + " ce qu'ils répètent : celles derrière toutes les réactions"));
  public static final Response LIKES = Response.of("likes", "Likes", "Mentions J'aime");
  public static final Response REACTIONS =
      Response.of(
          "reactions", "Reactions of all kinds, likes included", "Réactions de toute sorte");
  public static final Response SHARES = Response.of("shares", "Shares and reposts", "Partages");
  public static final Response COMMENTS =
      Response.of("comments", "Comments and replies", "Commentaires et réponses");
  public static final Response VIEWS = Response.of("views", "Views", "Vues");

  public static final Measure APPLAUSE =
      rate("applause", "Likes per post that delivered them", "Mentions J'aime par publication");
  public static final Measure AMPLIFICATION =
      rate("amplification", "Shares per post that delivered them", "Partages par publication");
  public static final Measure CONVERSATION_RATE =
      rate(
          "conversation_rate",
          "Comments per post that delivered them",
          "Commentaires par" + " publication");

  public static final Measure PEOPLE =
      people(
          "people",
          "Distinct known authors, the sum of the three tiers",
          "Auteurs distincts" + " connus, somme des trois niveaux");
  public static final Measure PEOPLE_SHARING =
      people(
          "people_sharing",
          "People who only shared (reposts, quotes)",
          "Personnes qui ont" + " seulement partagé");
  public static final Measure PEOPLE_COMMENTING =
      people(
          "people_commenting",
          "People who commented or replied and produced nothing",
          "Personnes qui ont commenté ou répondu sans rien produire");
  public static final Measure PEOPLE_PRODUCING =
      people(
          "people_producing",
          "People who wrote a post, review, article, question, message or" + " case",
          "Personnes qui ont écrit une publication, un avis, un article, une question,"
              + " un message ou un dossier");

  public static final Cube CUBE =
      new Cube(
          "engagement",
          new Words("Engagement", "Engagement"),
          new Words(
              "What people did: responses as delivered, rates on the company's own posts, people by"
                  + " their highest act",
              "Ce que les gens ont fait : réactions telles que livrées, taux sur les publications"
                  + " de l'entreprise, personnes par leur acte le plus engagé"),
          new Words("brand, voice and period", "marque, voix et période"),
          List.of(Level.values()),
          List.of(BRAND, VOICE, LANGUAGE, NETWORK, PLATFORM),
          List.of(
              GroupingSet.of(BRAND, VOICE),
              GroupingSet.of(BRAND, VOICE, LANGUAGE),
              GroupingSet.of(BRAND, VOICE, NETWORK),
              GroupingSet.of(BRAND, VOICE, PLATFORM)),
          measures());

  /** The delivered responses in the order of columns. */
  public static List<Response> responses() {
    return List.of(LIKES, REACTIONS, SHARES, COMMENTS, VIEWS);
  }

  private static List<Measure> measures() {
    List<Measure> measures = new ArrayList<>(List.of(ORIGINAL_POSTS));
    for (Response response : responses()) {
      measures.add(response.total());
      measures.add(response.posts());
    }
    measures.addAll(List.of(APPLAUSE, AMPLIFICATION, CONVERSATION_RATE));
    measures.addAll(List.of(PEOPLE, PEOPLE_SHARING, PEOPLE_COMMENTING, PEOPLE_PRODUCING));
    return measures;
  }

  private static Measure rate(String name, String en, String fr) {
    return Measure.number(
        name,
        RATIO,
        new Words("per post", "par publication"),
        new Words(
            en + ", a ratio of sums; on the company's own posts, else null",
            fr + " les ayant livrés, ratio de sommes ; sur les publications de l'entreprise"));
  }

  private static Measure people(String name, String en, String fr) {
    return Measure.count(
        name,
        DISTINCT,
        UNIT_PEOPLE,
        new Words(en + "; public voice only", fr + " ; voix publique seulement"));
  }

  private Engagement() {}
}
