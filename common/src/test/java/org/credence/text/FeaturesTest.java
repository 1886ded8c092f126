package org.credence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private final Features features = new Features();

  @Test
  void countsWordAndCharacterGrams() {
    features.of("no no no");

    // no, "no no", "no no no"; then "_n", "_no", "_no_", "no", "no_", "o_" three times each
    assertThat(features.wordBuckets()).isEqualTo(3);
    assertThat(features.size()).isEqualTo(9);
    assertThat(countsOf(features)).containsExactly(3, 2, 1, 3, 3, 3, 3, 3, 3);
    assertThat(features.buckets()[0]).isBetween(0, Features.BLOCK - 1);
    assertThat(features.buckets()[3]).isBetween(Features.BLOCK, Features.BUCKETS - 1);
  }

  @Test
  void forgetsThePostBefore() {
    features.of("something quite different, twice twice");
    features.of("no no no");

    assertThat(countsOf(features)).containsExactly(3, 2, 1, 3, 3, 3, 3, 3, 3);
  }

  @Test
  void capsTheCountOfAPostThatRepeatsItself() {
    features.of("no ".repeat(100_000));

    assertThat(features.count(features.buckets()[0])).isEqualTo(Features.MAXIMUM_COUNT);
    assertThat(features.size()).isEqualTo(9);
  }

  @Test
  void masksLinksAndHandles() {
    int[] first = met(features.of("thanks @anna see https://t.co/a"));
    int[] second = met(features.of("thanks @bob see https://t.co/b"));

    assertThat(first).isEqualTo(second);
  }

  @Test
  void survivesAnyText() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      char[] text = new char[random.nextInt(40)];
      for (int j = 0; j < text.length; j++) {
        int range = random.nextInt(4);
        text[j] =
            (char)
                (range == 0
                    ? random.nextInt(1 << 16)
                    : range == 1
                        ? "&#;:@/\\u'-_(<3dh".charAt(random.nextInt(16))
                        : 32 + random.nextInt(200));
      }
      features.of(new String(text));
      assertThat(features.wordBuckets()).isLessThanOrEqualTo(features.size());
      features.lexiconSums(Lexicon.of("en"));
    }
  }

  @Test
  void hashesStayAsSavedModelsKnowThem() {
    features.of("Bon café 😍");

    assertThat(Arrays.hashCode(met(features))).isEqualTo(-657733953);
  }

  @Test
  void givesCopiesOfATextOneDigest() {
    long digest = features.of("Win a FREE phone today http://x.co/1 @anna!!").textDigest();

    assertThat(features.of("win a free phone, today 🎉 http://x.co/2 @bob").textDigest())
        .isEqualTo(digest);
    assertThat(features.of("win a free phone tomorrow").textDigest()).isNotEqualTo(digest);
    assertThat(features.of("win a free phone http://x.co/1").textDigest()).isZero();
  }

  private static int[] countsOf(Features features) {
    return Arrays.stream(met(features)).map(features::count).toArray();
  }

  private static int[] met(Features features) {
    return Arrays.copyOf(features.buckets(), features.size());
  }
}
