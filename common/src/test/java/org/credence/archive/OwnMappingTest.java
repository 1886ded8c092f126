package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.credence.settings.Refusal;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

/** A format of the user's own, by a mapping file alone. */
class OwnMappingTest {

  private static final String MAPPING =
      """
      framing: json
      records: tickets | .
      rules:
        - when: {ticket: present, spam: "true"}
          out-of-scope: spam
        - when: {ticket: present}
          post:
            post_id: ticket
            kind: =case
            channel: queue/name
            handle: by
            text: lines(subject, html(body))
            posted_at: opened
          below:
            - in: answers
              post:
                post_id: concat(../ticket, '/', nr)
                parent_id: ../ticket
                thread_id: ^/ticket
                kind: =reply
                role: equal(/desk, by, =company)
                text: text
                posted_at: at
      """;

  private static final String TICKETS =
      """
      {"desk": "helen", "tickets": [
        {"ticket": 7, "queue": {"name": "phones"}, "by": "Ann", "subject": "Broken", "body": "<p>It &amp; I</p>",
         "opened": "2025-12-01T09:00:00", "answers": [
           {"nr": 1, "by": "helen", "text": "Sorry", "at": "2025-12-01T10:00:00+01:00"},
           {"nr": 2, "by": "ann", "text": "Thanks", "at": "tomorrow"}]},
        {"ticket": 8, "spam": true},
        {"ticked": 9}
      ]}
      """;

  private static final Source SOURCE = Sample.source("tickets", "desk");

  private static List<List<String>> read(Formats formats, String content) {
    return Reading.rows(
        Reading.open(formats, SOURCE, "a.json", new ByteArrayInputStream(content.getBytes(UTF_8))),
        "line",
        "ordinal",
        "verdict",
        "reason",
        "post_id",
        "parent_id",
        "role",
        "text",
        "posted_at");
  }

  @Test
  void readsWhatTheMappingSays() {
    assertThat(read(Formats.with(Map.of("tickets", MAPPING)), TICKETS))
        .containsExactly(
            List.of(
                "1", "0", "post", "-", "7", "-", "-", "Broken\\nIt & I", "2025-12-01T08:00:00Z"),
            List.of("1", "1", "post", "-", "7/1", "7", "company", "Sorry", "2025-12-01T09:00:00Z"),
            List.of("1", "2", "rejected", "unreadable_time", "-", "-", "-", "-", "-"),
            List.of("2", "0", "out_of_scope", "spam", "-", "-", "-", "-", "-"),
            List.of("3", "0", "rejected", "unknown_shape", "-", "-", "-", "-", "-"));
  }

  @Test
  void refusesAFileInWhichNothingIsKnown() {
    Formats formats = Formats.with(Map.of("tickets", MAPPING));
    assertThat(read(formats, "{\"a\": 1}\n{\"b\": 2}\n"))
        .extracting(row -> row.get(2) + " " + row.get(3))
        .containsExactly("file_failure other_format");
  }

  @Test
  void travelsToTasks() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Formats.with(Map.of("tickets", MAPPING)));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(read((Formats) in.readObject(), TICKETS)).hasSize(5);
    }
  }

  @Test
  void refusesTheNameOfAFormatThatThereIs() {
    assertThatThrownBy(() -> Formats.with(Map.of("reddit", MAPPING)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("a format of this name comes with Credence");
  }
}
