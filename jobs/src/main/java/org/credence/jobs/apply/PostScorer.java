package org.credence.jobs.apply;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.credence.brands.BrandHits;
import org.credence.brands.BrandMatcher;
import org.credence.lake.Mentions;
import org.credence.lake.Table;
import org.credence.models.Heads;
import org.credence.statistics.FixedPoint;
import org.credence.statistics.SimplexGrid;
import org.credence.text.Features;
import org.credence.text.LanguageId;
import org.credence.text.PhraseHits;
import org.credence.trust.AttributePhrases;
import org.jspecify.annotations.Nullable;

/**
 * Reads one post and says what its mentions say. Brands are looked for first, because most posts
 * name none. Immutable, broadcast once, shared by all threads.
 */
public final class PostScorer implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What a post says of one brand; the same for each of its brands but for the voice. */
  static final Table MENTION =
      Table.of(
          "mention",
          Mentions.BRAND,
          Mentions.VOICE,
          Mentions.LANGUAGE,
          Mentions.TEXT_DIGEST,
          Mentions.NEGATIVE,
          Mentions.NEUTRAL,
          Mentions.POSITIVE,
          Mentions.GRID_CELL,
          Mentions.UNKNOWN,
          Mentions.ATTRIBUTES,
          Mentions.MODEL);

  private static final Integer CERTAIN = (int) FixedPoint.ONE;

  private final BrandMatcher brands;
  private final AttributePhrases attributes;
  private final Heads heads;
  private final Set<String> languages;
  private transient ThreadLocal<Scratch> scratch = perThread();

  /**
   * @param languages that are scored, ISO 639-1
   */
  public PostScorer(
      BrandMatcher brands, AttributePhrases attributes, Heads heads, List<String> languages) {
    this.brands = brands;
    this.attributes = attributes;
    this.heads = heads;
    this.languages = Set.copyOf(languages);
  }

  /**
   * Rows of {@link #MENTION}, null when the post mentions no brand.
   *
   * @param declared language as the platform or the source says
   */
  Row @Nullable [] mentions(
      String text,
      @Nullable String declared,
      String platform,
      @Nullable String channel,
      @Nullable String handleKey) {
    Scratch at = scratch.get();
    at.features.tokensOf(text);
    brands.find(at.features.tokens(), platform, channel, handleKey, at.brands);
    if (at.brands.isEmpty()) {
      return null;
    }
    @Nullable Object[] said = said(at, declared);
    Row[] rows = new Row[at.brands.size()];
    for (int i = 0; i < rows.length; i++) {
      @Nullable Object[] values = i + 1 == rows.length ? said : said.clone();
      values[0] = brands.id(at.brands.brand(i));
      values[1] = at.brands.voice(i).id();
      rows[i] = RowFactory.create(values);
    }
    return rows;
  }

  private @Nullable Object[] said(Scratch at, @Nullable String declared) {
    String language = at.languageId.of(at.features, declared).orElse(Mentions.UNDETERMINED);
    @Nullable Object[] said = new @Nullable Object[MENTION.fields().size()];
    said[2] = language;
    long digest = at.features.textDigest();
    said[3] = digest == 0 ? null : digest;
    if (languages.contains(language) && heads.scores(language)) {
      int[] ppm = at.ppm;
      said[8] = heads.posteriors(language, at.features.counted(), ppm);
      said[4] = ppm[0];
      said[5] = ppm[1];
      said[6] = ppm[2];
      said[7] = SimplexGrid.cell(ppm[0], ppm[2]);
      said[10] = heads.version(language).orElse(null);
    }
    said[9] = touched(at, language);
    return said;
  }

  private Map<String, Integer> touched(Scratch at, String language) {
    attributes.find(language, at.features.tokens(), at.phrases);
    if (at.phrases.size() == 0) {
      return Map.of();
    }
    Map<String, Integer> touched = new TreeMap<>();
    for (int i = 0; i < at.phrases.size(); i++) {
      touched.put(attributes.id(at.phrases.id(i)), CERTAIN);
    }
    return touched;
  }

  private ThreadLocal<Scratch> perThread() {
    return ThreadLocal.withInitial(() -> new Scratch(new LanguageId(languages), brands.newHits()));
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    scratch = perThread();
  }

  /** What one thread writes to while it reads a post. */
  private static final class Scratch {
    private final Features features = new Features();
    private final LanguageId languageId;
    private final BrandHits brands;
    private final PhraseHits phrases = new PhraseHits();
    private final int[] ppm = new int[3];

    private Scratch(LanguageId languageId, BrandHits brands) {
      this.languageId = languageId;
      this.brands = brands;
    }
  }
}
