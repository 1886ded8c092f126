package org.credence.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.credence.settings.BrandsFile;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Refusal;
import org.credence.text.Features;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandMatcherTest {

  private final Features features = new Features();

  @ParameterizedTest(name = "\"{0}\" in \"{1}\": {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Audi         | I drive an AUDI.                  | true
          Audi         | saudi arabia, audience, Audis     | false
          Audi         | an "Audi", 'audi' and (audi)      | true
          Audi         | Audi's new car                    | true
          Audi         | Audi’s new car                    | true
          Audi         | l'Audi de qu’Audi                 | true
          Audi         | de l’Audi                         | true
          Audi         | #Audi                             | true
          Audi         | #audiA4                           | false
          Audi         | https://audi.com www.audi.fr      | false
          Audi         | @audi                             | false
          A+           | got an A+ today                   | true
          A+           | got an A today                    | false
          A+           | a++                               | false
          C++          | c++ is fun                        | true
          C++          | c is fun, so is cc                | false
          A.B          | at a.b today                      | true
          A.B          | at axb today                      | false
          (x           | the (x thing                      | true
          (x           | the x thing                       | false
          C&A          | chez C&A demain                   | true
          C&A          | chez c&amp;a demain               | true
          C&A          | c a                               | false
          C&A          | #ca                               | false
          AC/DC        | ac/dc live                        | true
          AC/DC        | #ACDC live                        | true
          AC/DC        | acdc live                         | false
          yahoo!       | Yahoo! is up                      | true
          yahoo!       | yahoo!!!!                         | true
          yahoo!       | yahoo is up                       | false
          yahoo!       | #yahoo is up                      | true
          Booking.com  | on booking.com now                | true
          Booking.com  | on bookingXcom now                | false
          Dr. Oetker   | dr. oetker pizza                  | true
          Dr. Oetker   | #DrOetker                         | true
          M*A*S*H      | m*a*s*h reruns                    | true
          M*A*S*H      | mash reruns                       | false
          (Red)        | the (red) line                    | true
          (Red)        | the red line                      | false
          Lay's        | crisps by LAY’S                   | true
          Lay's        | #Lays                             | true
          Lady Gaga    | lady gaga                         | true
          Lady Gaga    | LadyGaga, #ladygaga               | true
          Lady Gaga    | lady and gaga                     | false
          Lady Gaga    | Lady-Gaga #lady_gaga              | true
          Lady Gaga    | Lady Gaga’s hat                   | true
          Citroën      | une Citroën                       | true
          Citroën      | une CITROËN                       | true
          Citroën      | une Citroe\u0308n                 | true
          Citroën      | une Citroen                       | false
          L'Oréal      | chez L’ORÉAL, de l'oréal          | true
          L'Oréal      | #LOréal                           | true
          Coca-Cola    | coca-cola, coca cola              | true
          U2           | u2                                | true
          U2           | u 2                               | false
          Été 85       | ÉTÉ 85                            | true
          """)
  void findsAliases(String alias, String text, boolean found) {
    assertThat(brands(matcher(brand("b", List.of(alias), List.of(), Map.of())), text))
        .isEqualTo(found ? "b" : "");
  }

  @Test
  void excludedWordsTakeAnAliasBackButNoAccount() {
    BrandMatcher matcher =
        matcher(
            brand("apple", List.of("Apple"), List.of("apple pie", "juice"), TWITTER_APPLE),
            brand("jobs", List.of("Jobs"), List.of(), Map.of()));

    assertThat(brands(matcher, "my apple phone")).isEqualTo("apple");
    assertThat(brands(matcher, "an Apple pie by Jobs")).isEqualTo("jobs");
    assertThat(brands(matcher, "#ApplePie by Apple")).isEmpty();
    assertThat(brands(matcher, "apple, juice @Apple")).isEqualTo("apple");
  }

  @Test
  void ownAccountsCountOnTheirPlatform() {
    BrandMatcher matcher =
        matcher(
            brand("b", List.of("nothing else"), List.of(), TWITTER_APPLE),
            brand(
                "air",
                List.of("La La Air"),
                List.of(),
                Map.of("Facebook", List.of("LaLa.Airways"), "twitter", List.of("@LaLaAir"))));

    assertThat(brands(matcher, "thanks @APPLE.")).isEqualTo("b");
    assertThat(brands(matcher, "thanks @apple_fan")).isEmpty();
    assertThat(find(matcher, "@apple", "facebook", null, null)).isEmpty();
    assertThat(find(matcher, "@lala.airways", "facebook", null, null)).isEqualTo("air");
    assertThat(brands(matcher, "@lalaair @apple")).isEqualTo("b air");
    assertThat(find(matcher, "hello", "facebook", "lala.airways", null)).isEqualTo("air");
    assertThat(find(matcher, "hello", "twitter", "lala.airways", null)).isEmpty();
    assertThat(find(matcher, "hello", "facebook", "elsewhere", null)).isEmpty();
  }

  @Test
  void theVoiceIsTheCompanysOnlyForItsOwnPosts() {
    BrandMatcher matcher =
        matcher(
            brand("a", List.of("Acme"), List.of(), Map.of("twitter", List.of("acme"))),
            brand("b", List.of("Bolt"), List.of(), Map.of("twitter", List.of("bolt"))));
    BrandHits hits = matcher.newHits();

    matcher.find(
        features.tokensOf("better than Bolt").tokens(), "twitter", null, "twitter acme", hits);

    assertThat(hits.size()).isEqualTo(2);
    assertThat(matcher.id(hits.brand(0))).isEqualTo("a");
    assertThat(hits.voice(0)).isEqualTo(Voice.COMPANY);
    assertThat(matcher.id(hits.brand(1))).isEqualTo("b");
    assertThat(hits.voice(1)).isEqualTo(Voice.PUBLIC);

    matcher.find(features.tokensOf("Acme!").tokens(), "twitter", null, "twitter me", hits);
    assertThat(hits.size()).isEqualTo(1);
    assertThat(hits.voice(0)).isEqualTo(Voice.PUBLIC);
  }

  @Test
  void aNameInsideALongerOneCountsForBoth() {
    BrandMatcher matcher =
        matcher(
            brand("orange-bank", List.of("Orange Bank"), List.of(), Map.of()),
            brand("orange", List.of("Orange"), List.of(), Map.of()));

    assertThat(brands(matcher, "orange bank")).isEqualTo("orange-bank orange");
  }

  @Test
  void refusesAnAliasThatNoTextCanHold() {
    assertThatThrownBy(() -> matcher(brand("b", List.of("https://acme.com"), List.of(), Map.of())))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(
            "Brand 'b' can't be looked for: no text can hold 'https://acme.com' as words.");
  }

  @Test
  void leavesNoGarbage() {
    BrandMatcher matcher = matcher(brand("a", List.of("Acme"), List.of(), TWITTER_APPLE));
    BrandHits hits = matcher.newHits();
    var tokens = features.tokensOf("some words about Acme and @apple and more").tokens();
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20_000; i++) {
      matcher.find(tokens, "twitter", null, null, hits);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 20_000; i++) {
      matcher.find(tokens, "twitter", null, null, hits);
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
  }

  private static final Map<String, List<String>> TWITTER_APPLE =
      Map.of("twitter", List.of("Apple"));

  private static Brand brand(
      String id, List<String> aliases, List<String> exclude, Map<String, List<String>> accounts) {
    return new Brand(id, "Name of " + id, aliases, accounts, exclude, List.of());
  }

  private static BrandMatcher matcher(Brand... brands) {
    return BrandMatcher.of(
        new BrandsFile(List.of(brands)), (platform, handle) -> platform + " " + handle);
  }

  private String brands(BrandMatcher matcher, String text) {
    return find(matcher, text, "twitter", null, null);
  }

  private String find(
      BrandMatcher matcher,
      String text,
      String platform,
      @Nullable String channel,
      @Nullable String handleKey) {
    BrandHits hits = matcher.newHits();
    matcher.find(features.tokensOf(text).tokens(), platform, channel, handleKey, hits);
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < hits.size(); i++) {
      ids.append(i == 0 ? "" : " ").append(matcher.id(hits.brand(i)));
    }
    return ids.toString();
  }
}
