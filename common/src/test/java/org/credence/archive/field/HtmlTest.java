package org.credence.archive.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          plain &amp; simple                                    | plain & simple
          a &amp;lt; b                                          | a &lt; b
          <p>one</p><p>two</p>                                  | one¶¶two
          one<br>two<br/>three                                  | one¶two¶three
          see <a href="https://e.org/x?a=1&amp;b=2">here</a>!   | see here (https://e.org/x?a=1&b=2)!
          <a href='https://e.org/'>e.org</a>                    | e.org
          <a href=https://e.org/x></a>                          | https://e.org/x
          <a href="https://m.example/@ann" class="u-url mention">@<span>ann</span></a> hi | @ann hi
          <a href="https://e.org/abc"><span class="invisible">https://</span>e.org<span>/abc</span></a> | https://e.org/abc
          <a href="javascript:alert(1)">x</a>                   | x
          2 < 3 and 3 <4                                        | 2 < 3 and 3 <4
          <!-- no --><script>var a = "<p>";</script>yes         | yes
          &eacute;&nbsp;&#x1F600;&hellip;                       | é\u00a0😀…
          <p>never closed <b                                    | never closed <b
          <li>a</li><li>b</li>                                  | a¶b
          """)
  void keepsTextAndLinks(String html, String text) {
    assertThat(Html.text(html)).isEqualTo(text.replace('¶', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          <a href="http://e.org" rel="nofollow">Web App</a> | Web App
          Tweet&amp;Go                                      | Tweet&Go
          """)
  void labelsHaveNoLinks(String html, String text) {
    assertThat(Html.label(html)).isEqualTo(text);
  }
}
