package org.credence.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokeniserTest {

  private final Tokeniser tokeniser = new Tokeniser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Great phone, THANKS!!!!!            | great/phone/,/thanks/!!!
          soooooo goooood                     | sooo/goood
          L'ami qu’on n'aime pas, d'accord    | l'/ami/qu'/on/n'/aime/pas/,/d'accord
          Aujourd'hui quelqu'un s'en va       | aujourd'hui/quelqu'un/s'/en/va
          don't 'quote' it's                  | don't/'/quote/'/it's
          peut-être Coca-Cola - non           | peut/être/coca/cola/-/non
          see https://t.co/Ab?x=1. ok         | see/<https://t.co/ab?x=1.>/ok
          http www.Acme.com pic.twitter.com/x | <http>/<www.acme.com>/<pic.twitter.com/x>
          @Acme_Care @me@host.example.        | @acme_care/@me@host.example/.
          #Acme_fail &lt;3 &amp; caf&#233;    | #/acme/fail/<3/&/café
          \\u00e9t\\u00e9 cafe\u0301          | été/café
          ok:) :-)))) :d notes:done ftp://x   | ok/:)/:-)/:d/notes/:/done/ftp/:/// /x
          😂😂😂😂😂 👍🏽 ❤️ 🇫🇷              | 😂/😂/😂/👍/❤/🇫🇷
          so\u200bft\u00adhyphen              | softhyphen
          «oui» “yes” wait… ...               | "/oui/"/"/yes/"/wait/…/...
          𝐛𝐨𝐥𝐝 \ud83d x                     | 𝐛𝐨𝐥𝐝/x
          """)
  void cutsIntoTokens(String text, String expected) {
    assertThat(show(tokeniser.of(text))).isEqualTo(expected.replace("/// /", "////"));
  }

  private static String show(Tokens tokens) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      shown.append(i == 0 ? "" : "/");
      shown.append(
          switch (tokens.kind(i)) {
            case LINK -> "<" + tokens.text(i) + ">";
            case HANDLE -> "@" + tokens.text(i);
            default -> tokens.text(i);
          });
    }
    return shown.toString();
  }
}
