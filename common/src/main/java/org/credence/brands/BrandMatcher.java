package org.credence.brands;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.credence.settings.BrandsFile;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Refusal;
import org.credence.text.PhraseMatcher;
import org.credence.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds the brands that a post is about. It is about a brand when its text holds an alias (and no
 * excluding word), when it names one of the brand's own accounts of the same platform, when it
 * stands in the brand's own channel, or when the brand wrote it.
 *
 * <p>An alias of several words is also found written as one ("ladygaga"), any alias also as a
 * hashtag without its signs ("#acdc" for "AC/DC"). Each brand is found as if it were the only one:
 * adding a competitor never changes another brand's figures. Immutable, shared by all threads.
 */
public final class BrandMatcher implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int[] NONE = {};

  /** Keyed hash of an account's handle, as posts carry it. */
  public interface HandleKeys {
    String of(String platform, String handle);
  }

  private final String[] ids;
  private final BrandForms.Form[] forms;
  private final PhraseMatcher phrases;
  private final Map<String, Map<String, int[]>> channels;
  private final Map<String, int[]> authors;

  private BrandMatcher(BrandForms collected, String[] ids) {
    this.ids = ids;
    this.forms = collected.forms.toArray(BrandForms.Form[]::new);
    this.phrases = collected.phrases.build();
    this.channels = collected.channels;
    this.authors = collected.authors;
  }

  /**
   * @throws Refusal when an alias, an excluding word or an account can't be found in any text
   */
  public static BrandMatcher of(BrandsFile file, HandleKeys keys) {
    BrandForms forms = new BrandForms(keys);
    List<Brand> brands = file.brands();
    for (int i = 0; i < brands.size(); i++) {
      forms.add(i, brands.get(i));
    }
    return new BrandMatcher(forms, brands.stream().map(Brand::id).toArray(String[]::new));
  }

  /** Id of the brand at a place of the brands file. */
  public String id(int brand) {
    return ids[brand];
  }

  /** Ids of all brands, in the order of the brands file. */
  public List<String> ids() {
    return List.of(ids);
  }

  public BrandHits newHits() {
    return new BrandHits(ids.length);
  }

  /**
   * @param platform of the post
   * @param channel page, site or company under which the post stands
   * @param handleKey keyed handle of its author
   * @param hits receives the brands
   */
  public void find(
      Tokens tokens,
      String platform,
      @Nullable String channel,
      @Nullable String handleKey,
      BrandHits hits) {
    hits.clear();
    phrases.find(tokens, hits.phrases);
    for (int i = 0; i < hits.phrases.size(); i++) {
      BrandForms.Form form = forms[hits.phrases.id(i)];
      if (form.platform() == null || form.platform().equals(platform)) {
        hits.add(form.brand(), form.sign());
      }
    }
    if (channel != null) {
      hits.add(ofChannel(platform, channel), BrandHits.ACCOUNT);
    }
    if (handleKey != null) {
      hits.add(authors.getOrDefault(handleKey, NONE), BrandHits.AUTHOR);
    }
    if (!hits.isEmpty()) {
      hits.decide();
    }
  }

  private int[] ofChannel(String platform, String channel) {
    Map<String, int[]> known = channels.get(platform);
    return known == null ? NONE : known.getOrDefault(bare(channel), NONE);
  }

  static String bare(String account) {
    String stripped = account.startsWith("@") ? account.substring(1) : account;
    return stripped.toLowerCase(Locale.ROOT);
  }
}
