package org.credence.archive.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void composesAndKeepsEmoji() {
    assertThat(PlainText.canonical("cafe\u0301 \ud83d\ude00")).isEqualTo("caf\u00e9 \ud83d\ude00");
    assertThat(PlainText.canonical("a\ud83d b\ude00")).isEqualTo("a\uFFFD b\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It\u00e2\u20ac\u2122s",
        "pi\u00c3\u00b1a",
        "\u00f0\u0178\u2018\u008d",
        "\u00e2\u00a4"
      })
  void seesTextThatWasDecodedTwice(String text) {
    assertThat(PlainText.looksDecodedTwice(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It's",
        "d\u00e9j\u00e0 vu\u2026",
        "\u00abCAF\u00c9\u00bb",
        "na\u00efve",
        "\ud83d\ude00",
        ""
      })
  void leavesSoundTextAlone(String text) {
    assertThat(PlainText.looksDecodedTwice(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a &lt;3 &amp; b   | a <3 & b
          &amp;lt;          | &lt;
          it&#39;s &#x1F600; | it's \ud83d\ude00
          R&D; & AT&T       | R&D; & AT&T
          &#xD800;&bogus;   | &#xD800;&bogus;
          """)
  void decodesEntitiesOnce(String text, String expected) {
    assertThat(Entities.decode(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock = "848.0,848\n100,100\n12e4,-\n'1,000',-\n-5,-\n' 7 ',7\n8.5,-")
  void readsIds(String text, String expected) {
    assertThat(Numbers.id(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock = "100+,100\n0,0\n3.0,3\n-,-\nmany,-\n9999999999999999999,-")
  void readsCounts(String text, Long expected) {
    assertThat(Numbers.count(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock = "en,en\nzh-cn,zh\nin,id\niw,he\nund,-\nqme,-\nEN,en\n-,-")
  void readsLanguages(String code, String expected) {
    assertThat(Languages.iso(code)).isEqualTo(expected);
  }
}
