package org.credence.jobs.simulate;

import java.util.List;

/** The four firms of the story. */
final class Cast {

  /** Its charger overheats: the crisis. */
  static final Firm DRELVANO =
      new Firm(
          "drelvano",
          List.of("Drelvano"),
          "Drelvano",
          "DrelvanoCare",
          "HelmaVirsk",
          410_223_118_904L,
          "drelvano.example",
          0.29,
          0.45,
          new Mood(0.25, 0.35, 0.40),
          List.of("quality", "listens", "price", "leadership", "ethics", "environment", "jobs"),
          List.of("charger", "phone", "battery", "screen", "headset", "app"),
          List.of("le chargeur", "le téléphone", "la batterie", "l'écran", "le casque", "l'appli"));

  /** Its open days: the campaign. */
  static final Firm QUILZANE =
      new Firm(
          "quilzane",
          List.of("Quilzane"),
          "Quilzane",
          "QuilzaneHelp",
          "OrsoBelmick",
          410_223_118_911L,
          "quilzane.example",
          0.26,
          0.50,
          new Mood(0.30, 0.35, 0.35),
          List.of("price", "ethics", "listens", "jobs", "leadership", "quality", "environment"),
          List.of("card", "account", "app", "transfer", "insurance", "loan"),
          List.of("la carte", "le compte", "l'appli", "le virement", "l'assurance", "le prêt"));

  /** The one with a space in its name; a bot praises it. */
  static final Firm MARNEK_OSKAL =
      new Firm(
          "marnek-oskal",
          List.of("Marnek Oskal", "MarnekOskal"),
          "MarnekOskal",
          "MarnekCare",
          "TiliaFerwin",
          410_223_118_927L,
          "marnek-oskal.example",
          0.25,
          0.45,
          new Mood(0.22, 0.38, 0.40),
          List.of("environment", "quality", "jobs", "price", "listens", "ethics", "leadership"),
          List.of("basket", "delivery", "bread", "coffee", "salad box", "loyalty card"),
          List.of(
              "le panier", "la livraison", "le pain", "le café", "la salade", "la carte fidélité"));

  /** The one with an alias; a loud person attacks it. */
  static final Firm TOVARIEL =
      new Firm(
          "tovariel",
          List.of("Tovariel", "TVRL"),
          "Tovariel",
          "TovarielInfo",
          "YannDrohal",
          410_223_118_933L,
          "tovariel.example",
          0.20,
          0.50,
          new Mood(0.38, 0.34, 0.28),
          List.of("listens", "price", "jobs", "environment", "quality", "leadership", "ethics"),
          List.of("night train", "ticket", "seat", "line 4", "timetable", "travel pass"),
          List.of(
              "le train de nuit",
              "le billet",
              "la place",
              "la ligne 4",
              "l'horaire",
              "l'abonnement"));

  static final List<Firm> FIRMS = List.of(DRELVANO, QUILZANE, MARNEK_OSKAL, TOVARIEL);

  private Cast() {}

  static Firm draw(Dice dice) {
    double u = dice.unit();
    for (Firm firm : FIRMS) {
      u -= firm.share();
      if (u < 0) {
        return firm;
      }
    }
    return TOVARIEL;
  }
}
