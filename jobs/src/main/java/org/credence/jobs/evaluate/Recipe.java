package org.credence.jobs.evaluate;

import org.credence.models.TextRegression;

/** Settings by size and language, chosen on folds of public label sets. */
final class Recipe {

  /** Few rows take less regularisation. */
  private static final int FEW_ROWS = 5_000;

  private static final double C_OF_FEW = 3;
  private static final double C_OF_MANY = 1;

  private static final double LEXICON_FACTOR = 0.3;

  /** Of the regression on embeddings, whose numbers are few and dense. */
  private static final double C_OF_FEW_VECTORS = 0.003;

  private static final double C_OF_MANY_VECTORS = 0.02;

  private Recipe() {}

  static TextRegression.Settings of(Corpus corpus, boolean groupFeature) {
    double c = corpus.rows().size() < FEW_ROWS ? C_OF_FEW : C_OF_MANY;
    return new TextRegression.Settings(c, LEXICON_FACTOR, groupFeature);
  }

  static double inverseRegularisationOfVectors(Corpus corpus) {
    return corpus.rows().size() < FEW_ROWS ? C_OF_FEW_VECTORS : C_OF_MANY_VECTORS;
  }
}
