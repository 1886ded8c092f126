package org.credence.cubes;

/** The sentences of the dictionary that belong to no cube. */
final class DictionaryWords {

  static final Words TITLE = new Words("Data dictionary", "Dictionnaire des données");
  static final Words EDITION =
      new Words("Edition `%s`, days up to %s.", "Édition `%s`, jours jusqu'au %s.");
  static final Words RULES =
      new Words(
          "Levels and grouping sets are never summed. A row that is not published has no figures;"
              + " its state says why. A cut by a dimension has no row where nothing was said. Where"
              + " models, brands, trust model or languages change, the series breaks: compare rows"
              + " only when their `series` is the same and not `mixed`.\n",
          "Les niveaux et les découpages ne s'additionnent jamais. Une ligne non publiée n'a pas de"
              + " chiffres ; son état dit pourquoi. Un découpage par dimension n'a pas de ligne là"
              + " où rien n'a été dit. Là où modèles, marques, modèle de confiance ou langues"
              + " changent, la série est rompue : ne comparez des lignes que si leur `series` est la"
              + " même et n'est pas `mixed`.\n");
  static final Words GRAIN = new Words("A row is", "Une ligne est");
  static final Words DIMENSION = new Words("dimension", "dimension");
  static final Words HEADER =
      new Words(
          "| Column | Type | Kind | Unit | Meaning |",
          "| Colonne | Type | Nature | Unité | Sens |");

  private DictionaryWords() {}
}
