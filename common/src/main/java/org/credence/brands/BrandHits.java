package org.credence.brands;

import java.util.Arrays;
import org.credence.text.PhraseHits;

/**
 * The brands that one post mentions, in the order of the brands file. Reused without garbage: one
 * instance per thread, filled by {@link BrandMatcher#find}.
 */
public final class BrandHits {

  static final int ALIAS = 1;
  static final int EXCLUDED = 2;
  static final int ACCOUNT = 4;
  static final int AUTHOR = 8;

  final PhraseHits phrases = new PhraseHits();
  private final byte[] signs;
  private final int[] brands;
  private int size;

  BrandHits(int brandCount) {
    signs = new byte[brandCount];
    brands = new int[brandCount];
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  /** Place of a mentioned brand in the brands file. */
  public int brand(int hit) {
    return brands[hit];
  }

  public Voice voice(int hit) {
    return (signs[brands[hit]] & AUTHOR) != 0 ? Voice.COMPANY : Voice.PUBLIC;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      signs[brands[i]] = 0;
    }
    size = 0;
    phrases.clear();
  }

  void add(int brand, int sign) {
    if (signs[brand] == 0) {
      brands[size++] = brand;
    }
    signs[brand] |= (byte) sign;
  }

  void add(int[] several, int sign) {
    for (int brand : several) {
      add(brand, sign);
    }
  }

  /** Leaves the brands that are mentioned: an excluding word takes an alias back. */
  void decide() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int brand = brands[i];
      int sign = signs[brand];
      if ((sign & (ACCOUNT | AUTHOR)) != 0 || (sign & (ALIAS | EXCLUDED)) == ALIAS) {
        brands[kept++] = brand;
      } else {
        signs[brand] = 0;
      }
    }
    size = kept;
    if (size > 1) {
      Arrays.sort(brands, 0, size);
    }
  }
}
