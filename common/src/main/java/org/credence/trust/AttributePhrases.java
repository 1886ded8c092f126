package org.credence.trust;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.credence.settings.Refusal;
import org.credence.settings.TrustModelFile;
import org.credence.settings.TrustModelFile.Attribute;
import org.credence.text.PhraseHits;
import org.credence.text.PhraseMatcher;
import org.credence.text.Tokens;

/**
 * Tells by its words which attributes of the trust model a post touches; not how it speaks of them.
 * Immutable, shared by all threads.
 */
public final class AttributePhrases implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String[] ids;
  private final Map<String, PhraseMatcher> byLanguage = new TreeMap<>();

  /**
   * @throws Refusal when a phrase can't be found in any text
   */
  public AttributePhrases(TrustModelFile model) {
    List<Attribute> attributes = model.attributes();
    ids = attributes.stream().map(Attribute::id).toArray(String[]::new);
    Map<String, PhraseMatcher.Builder> builders = new TreeMap<>();
    for (int i = 0; i < ids.length; i++) {
      int index = i;
      Attribute attribute = attributes.get(i);
      attribute
          .phrases()
          .forEach(
              (language, phrases) -> {
                PhraseMatcher.Builder builder =
                    builders.computeIfAbsent(language, l -> PhraseMatcher.builder());
                phrases.forEach(phrase -> add(builder, attribute, phrase, index));
              });
    }
    builders.forEach((language, builder) -> byLanguage.put(language, builder.build()));
  }

  /** Id of the attribute at a place of the trust model. */
  public String id(int attribute) {
    return ids[attribute];
  }

  /**
   * @param language of the post; one without phrases touches nothing
   * @param hits receives the places of the touched attributes in the trust model, each once, in
   *     order
   */
  public void find(String language, Tokens tokens, PhraseHits hits) {
    hits.clear();
    PhraseMatcher phrases = byLanguage.get(language);
    if (phrases != null) {
      phrases.find(tokens, hits);
      hits.sortDistinct();
    }
  }

  private static void add(
      PhraseMatcher.Builder builder, Attribute attribute, String phrase, int index) {
    try {
      builder.addPattern(phrase, index);
    } catch (IllegalArgumentException e) {
      throw Refusal.configuration(
          "Attribute '%s' of the trust model can't be looked for".formatted(attribute.id()),
          String.valueOf(e.getMessage()),
          "Write words as they stand in a text; a * may end a word.");
    }
  }
}
