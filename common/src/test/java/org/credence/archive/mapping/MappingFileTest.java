package org.credence.archive.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a mapping file is said with its place and what to do. */
class MappingFileTest {

  private static final String GOOD =
      """
      framing: json
      rules:
        - when: {id: present}
          post:
            post_id: id
            text: text
            posted_at: time
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          framing: json    | framing: yaml        | there is no framing 'yaml'. Use json, csv or xml.
          framing: json    | framing: csv         | 'columns' must be a list for CSV
          framing: json    | framin: json         | 'framin' is nothing that a mapping says. Did you mean 'framing'?
          text: text       | txt: text            | 'rules[0].post.txt' is nothing that a mapping says. Did you mean 'text'?
          text: text       | ""                   | 'rules[0].post.text' is missing
          text: text       | reactions/: love     | 'rules[0].post.reactions/' is nothing that a mapping says
          text: text       | text: htm(text)      | 'rules[0].post.text': there is no function 'htm', did you mean 'html'?
          text: text       | text: html(a, b)     | 'rules[0].post.text': html takes 1 values, not 2
          text: text       | text: html(a         | 'rules[0].post.text': ')' is missing in 'html(a' at character 7
          text: text       | text: a/             | 'rules[0].post.text': a name is missing
          text: text       | text: a[b]/c         | 'rules[0].post.text': '=' is missing in the brackets
          text: text       | rating: stars        | 'rules[0].post.text' is missing
          post_id: id      | post_id: concat('a)  | 'rules[0].post.post_id': the quote is never closed
          text: text       | text: lower("a (b   | 'rules[0].post.text': the double quote is never closed
          "when: {id: present}" | "notice: gone"    | 'rules[0]' says [post, notice] of
          framing: json    | "framing: [json"     | it is no YAML at line
          """)
  void refusesWhatItDoesNotUnderstand(String right, String wrong, String said) {
    String text = GOOD.replace(right, wrong);
    assertThatThrownBy(() -> MappingFile.read("mine", text))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The mapping of format 'mine' is refused: ")
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          rating: stars | 'rules[0].post' needs both or none of rating and scale
          kind: =reviw  | 'rules[0].post.kind' is 'reviw', no kind of post
          """)
  void refusesWhatCanNotBe(String line, String said) {
    String text = GOOD + "      " + line + "\n";
    assertThatThrownBy(() -> MappingFile.read("mine", text)).hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "- {in: replies, use: reply}" | names the rules 'reply', which there are not
          "- {in: replies}"             | 'rules[0].below[0]' says [] of
          """)
  void refusesRulesThatAreNot(String below, String said) {
    String text = GOOD + "    below:\n      " + below + "\n";
    assertThatThrownBy(() -> MappingFile.read("mine", text)).hasMessageContaining(said);
  }

  @Test
  void aNoticeErasesOrScrubs() {
    String text =
        """
        framing: json
        rules:
          - {when: {id: present}, notice: gone, erases: id, scrubs-post: id}
        """;
    assertThatThrownBy(() -> MappingFile.read("mine", text))
        .hasMessageContaining("'rules[0]' both erases and scrubs");
  }

  @Test
  void anOwnerHasAnIdOrAHandle() {
    String text =
        """
        framing: json
        rules:
          - {when: {id: present}, owner: {name: name}}
        """;
    assertThatThrownBy(() -> MappingFile.read("mine", text))
        .hasMessageContaining("'rules[0].owner.name' is nothing that a mapping says");
  }
}
