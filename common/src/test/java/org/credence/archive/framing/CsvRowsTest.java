package org.credence.archive.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  private static List<List<String>> rows(String csv) {
    return rows(csv, 1 << 16);
  }

  private static List<List<String>> rows(String csv, int limit) {
    CsvRows rows = new CsvRows(new ByteArrayInputStream(csv.getBytes(UTF_8)), limit);
    List<List<String>> all = new ArrayList<>();
    try {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        if (rows.state() != CsvRows.State.WHOLE) {
          cells.add(rows.state().name());
        }
        for (int i = 0; i < rows.cells(); i++) {
          cells.add(rows.cell(i));
        }
        all.add(cells);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  @Test
  void followsRfc4180() {
    assertThat(rows("a,\"b,\"\"c\"\"\nd\",\r\n,\"\",e"))
        .containsExactly(List.of("a", "b,\"c\"\nd", ""), List.of("", "", "e"));
  }

  @Test
  void survivesWhatExportsDo() {
    assertThat(
            rows(
                "\uFEFFa,b\n\n\"ends in \\\",x\nlone \r return,\"and \r here\"\nin\"side,5\" wide\n"))
        .containsExactly(
            List.of("a", "b"),
            List.of("ends in \\", "x"),
            List.of("lone \r return", "and \r here"),
            List.of("in\"side", "5\" wide"));
  }

  @Test
  void aQuoteInsideAQuotedCellIsText() {
    assertThat(rows("\"say \"hi\" twice\",b")).containsExactly(List.of("say \"hi\" twice", "b"));
  }

  @Test
  void takesTheSeparatorOfTheFirstLine() {
    assertThat(rows("a;b;c,d\n1;2;3"))
        .containsExactly(List.of("a", "b", "c,d"), List.of("1", "2", "3"));
    assertThat(rows("a\tb\n1\t2")).containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsLineOnly() {
    assertThat(rows("a,b\n1,\"open\n2,ok\n3,ok\n"))
        .containsExactly(
            List.of("a", "b"), List.of("UNCLOSED_QUOTE"), List.of("2", "ok"), List.of("3", "ok"));
  }

  @Test
  void aRowOverTheLimitIsPassedOver() {
    assertThat(rows("a,b\n" + "x".repeat(5000) + ",2\n3,4\n", 1000))
        .containsExactly(List.of("a", "b"), List.of("TOO_LONG"), List.of("3", "4"));
  }

  @Property(tries = 300, seed = "20260105")
  void whatIsWrittenIsRead(
      @ForAll @NotEmpty
          List<
                  @Size(3) List<
                      @StringLength(max = 12) @Chars({'"', ',', '\n', '\r', ' ', 'é'})
                      @CharRange(from = 'a', to = 'c') String>>
              table) {
    StringBuilder csv = new StringBuilder();
    for (List<String> row : table) {
      for (int i = 0; i < row.size(); i++) {
        csv.append(i == 0 ? "" : ",")
            .append('"')
            .append(row.get(i).replace("\"", "\"\""))
            .append('"');
      }
      csv.append("\r\n");
    }
    assertThat(rows("h,h,h\n" + csv).subList(1, table.size() + 1)).isEqualTo(table);
  }
}
