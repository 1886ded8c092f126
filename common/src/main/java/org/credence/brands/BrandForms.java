package org.credence.brands;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Refusal;
import org.credence.text.PhraseMatcher;
import org.jspecify.annotations.Nullable;

/** Collects what the brands are known by. */
final class BrandForms {

  /** A phrase and what it says of a brand: on one platform, or on all. */
  record Form(int brand, int sign, @Nullable String platform) implements Serializable {}

  /** A hashtag has no signs; what is left of "A+" would be found everywhere. */
  private static final int SHORTEST_HASHTAG = 3;

  private final BrandMatcher.HandleKeys keys;
  final List<Form> forms = new ArrayList<>();
  final PhraseMatcher.Builder phrases = PhraseMatcher.builder();
  final Map<String, Map<String, int[]>> channels = new HashMap<>();
  final Map<String, int[]> authors = new HashMap<>();

  BrandForms(BrandMatcher.HandleKeys keys) {
    this.keys = keys;
  }

  void add(int index, Brand brand) {
    int alias = form(index, BrandHits.ALIAS, null);
    for (String name : brand.aliases()) {
      phrase(brand, name, alias);
      joined(brand, name, alias);
    }
    int excluded = form(index, BrandHits.EXCLUDED, null);
    for (String word : brand.exclude()) {
      phrase(brand, word, excluded);
      joined(brand, word, excluded);
    }
    brand
        .accounts()
        .forEach(
            (platform, names) -> {
              String own = platform.toLowerCase(Locale.ROOT);
              names.forEach(name -> account(index, brand, own, name));
            });
  }

  private void account(int index, Brand brand, String platform, String name) {
    String bare = BrandMatcher.bare(name.strip());
    phrase(brand, "@" + bare, form(index, BrandHits.ACCOUNT, platform));
    Map<String, int[]> ofPlatform = channels.computeIfAbsent(platform, p -> new HashMap<>());
    ofPlatform.merge(bare, new int[] {index}, BrandForms::union);
    authors.merge(keys.of(platform, bare), new int[] {index}, BrandForms::union);
  }

  private static int[] union(int[] some, int[] more) {
    return IntStream.concat(Arrays.stream(some), Arrays.stream(more)).distinct().toArray();
  }

  private void joined(Brand brand, String name, int form) {
    String letters = letters(name);
    if (letters.length() >= SHORTEST_HASHTAG) {
      phrase(brand, "#" + letters, form);
    }
    boolean onlyWords = name.codePoints().allMatch(c -> Character.isWhitespace(c) || isLetter(c));
    if (onlyWords && letters.length() < name.strip().length()) {
      phrase(brand, letters, form);
    }
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    name.codePoints().filter(BrandForms::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean isLetter(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private int form(int brand, int sign, @Nullable String platform) {
    forms.add(new Form(brand, sign, platform));
    return forms.size() - 1;
  }

  private void phrase(Brand brand, String text, int form) {
    try {
      phrases.add(text, form);
    } catch (IllegalArgumentException e) {
      throw Refusal.configuration(
          "Brand '%s' can't be looked for".formatted(brand.id()),
          String.valueOf(e.getMessage()),
          "Write the name as people write it in a text; a web address is none.");
    }
  }
}
