package org.credence.archive.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static List<String> lines(InputStream in, int limit) throws IOException {
    Lines lines = new Lines(in, limit);
    List<String> all = new ArrayList<>();
    while (lines.next()) {
      String text = new String(lines.bytes(), lines.offset(), lines.length(), UTF_8);
      all.add(lines.tooLong() ? "TOO LONG " + text.charAt(0) : text);
    }
    return all;
  }

  @Test
  void endsLinesAtLfAndCrLf() throws IOException {
    String text = "\uFEFFa\r\n\n \r\nb\rc\nlast";
    assertThat(lines(new ByteArrayInputStream(text.getBytes(UTF_8)), 100))
        .containsExactly("a", "b\rc", "last");
  }

  @Test
  void cutsTheSameWhateverPiecesTheStreamComesIn() throws IOException {
    Random random = new Random(7);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int size = random.nextInt(50) == 0 ? 3000 : 1 + random.nextInt(900);
      expected.add(("" + (char) ('a' + random.nextInt(26))).repeat(size));
    }
    byte[] bytes = String.join("\n", expected).getBytes(UTF_8);
    InputStream pieces =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(700)));
          }
        };
    assertThat(lines(pieces, 2000))
        .isEqualTo(
            expected.stream()
                .map(line -> line.length() > 2000 ? "TOO LONG " + line.charAt(0) : line)
                .collect(Collectors.toList()));
  }
}
