package org.credence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void isTheSameEverywhere() {
    assertThat(Digest.of("a", 1))
        .isEqualTo("8bf19097aa1a235b67bc19aeb90770185deaaf102d9fdf4a1d43ed63f5fa42d3");
  }

  @Test
  void separatesItsParts() {
    assertThat(Digest.of("ab", "c")).isNotEqualTo(Digest.of("a", "bc"));
  }

  @Test
  void briefIsItsBeginning() {
    assertThat(Digest.of("x")).startsWith(Digest.brief("x"));
    assertThat(Digest.brief("x")).hasSize(12);
  }
}
