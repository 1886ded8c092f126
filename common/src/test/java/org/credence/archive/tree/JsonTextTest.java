package org.credence.archive.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.credence.archive.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  private static final int LIMIT = 1 << 16;

  private static Selection selection(boolean whole, String... path) {
    return new Selection(List.of(List.of(path)), Set.of("id", "data", "x"), whole);
  }

  private static List<String> ids(Trees trees) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Tree tree = trees.next(); tree != null; tree = trees.next()) {
      Node id = tree.record().field("id");
      ids.add(id == null ? String.valueOf(tree.broken()) : String.valueOf(id.text()));
    }
    return ids;
  }

  private static Trees open(String text, Selection selection) throws IOException {
    return JsonText.open(new ByteArrayInputStream(text.getBytes(UTF_8)), selection, LIMIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'data': [{'id': 1}, {'id': 2}]}                    | 1 2
          {'data': {'id': 1}}                                 | 1
          ¶¶{'data': [{'id': 1}]}¶{'data': [{'id': 2}]}¶      | 1 2
          {'data': [{'id': 1}]}¶{'data': [{'id': }]}¶{'data': [{'id': 3}]} | 1 BROKEN_JSON 3
          {'data': [¶{'id': 1},¶{'id': 2}]}                   | 1 2
          [¶{'data': [{'id': 1}]},{'data': [{'id': 2}]}]      | 1 2
          {'data': []}                                        | NO_RECORDS
          {¶'data': []}                                       | NO_RECORDS
          {¶'other': [{'id': 1}]}                             | UNKNOWN_SHAPE
          window.YTD.x.part0 = [¶{'data': {'id': 1}}]         | 1
          {¶'skipped': {'data': {'id': 9}}, 'data': [[{'id': 1}]], 'data2': {'id': 8}} | 1
          """)
  void findsRecords(String text, String ids) throws IOException {
    String json = text.replace('\'', '"').replace('¶', '\n');
    assertThat(ids(open(json, selection(false, "data")))).containsExactly(ids.split(" "));
    if (!ids.contains("UNKNOWN")) {
      assertThat(ids(open(json, selection(true, "data")))).containsExactly(ids.split(" "));
    }
  }

  @Test
  void whatIsBrokenEndsADocument() throws IOException {
    Trees trees = open("[\n{\"id\": 1},\n{\"id\": 2},\n{\"id\" 3}]", selection(false));
    assertThat(trees.next()).isNotNull();
    assertThat(trees.next()).isNotNull();
    assertThatThrownBy(trees::next).hasMessage("broken_document");
  }

  @Test
  void holdsOneRecordAtATime() throws IOException {
    long before = allocated();
    Trees trees = JsonText.open(new Endless(200_000), selection(false, "data"), LIMIT);
    long count = 0;
    while (trees.next() != null) {
      count++;
    }
    assertThat(count).isEqualTo(200_000);
    // Held at a time would be more than is made in all: what is not looked at makes nothing.
    assertThat(allocated() - before).isLessThan(200_000L * 600);
  }

  @Test
  void aRecordThatIsTooLargeIsSkipped() throws IOException {
    StringBuilder large = new StringBuilder("[\n{\"id\": 1, \"x\": [");
    for (int i = 0; i < 20_000; i++) {
      large.append("\"some text\",");
    }
    large.append("0]},\n{\"id\": 2}]");
    Trees trees = open(large.toString(), selection(false));
    Tree first = trees.next();
    assertThat(first).isNotNull();
    assertThat(first == null ? null : first.broken()).isEqualTo(Reason.TOO_LONG);
    assertThat(ids(trees)).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\\u00e9", "\\\\", "\\\"", "\uD83D\uDE00"})
  void aTextThatIsTooLongCostsItsRecordOnly(String sign) throws IOException {
    String fits = sign.repeat((LIMIT - 500) / sign.length());
    String large = sign.repeat(LIMIT / sign.length() + 100);
    String document =
        "[\n{'id': 1, 'x': '%s'},\n{'id': 2, 'x': {'x': '%s'}},\n{'id': 3, 'other': '%s'},\n{'id': 4}]"
            .replace('\'', '"')
            .formatted(fits, large, large);
    assertThat(ids(open(document, selection(false)))).containsExactly("1", "TOO_LONG", "3", "4");
    assertThat(ids(open("{\n\"data\":" + document + "}", selection(true, "data"))))
        .as("a page that is read whole is one record")
        .containsExactly("TOO_LONG");
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /** A page of so many records, on one line. */
  private static final class Endless extends InputStream {
    private static final byte[] RECORD =
        "{\"id\": \"12\", \"skipped\": {\"text\": \"a text that nobody looks at\"}},"
            .getBytes(UTF_8);

    private final InputStream start = new ByteArrayInputStream("{\n\"data\": [".getBytes(UTF_8));
    private final InputStream end = new ByteArrayInputStream("0]}".getBytes(UTF_8));
    private long left;
    private int at;

    Endless(long records) {
      this.left = records * RECORD.length;
    }

    @Override
    public int read() throws IOException {
      int first = start.read();
      if (first >= 0) {
        return first;
      }
      if (left == 0) {
        return end.read();
      }
      left--;
      at = at == RECORD.length ? 0 : at;
      return RECORD[at++];
    }
  }
}
