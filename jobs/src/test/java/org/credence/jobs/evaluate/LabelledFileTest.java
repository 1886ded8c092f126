package org.credence.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledFileTest {

  @TempDir Path folder;

  @Test
  void readsColumnsByNameAndLeavesOtherLanguagesOut() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    String text =
        "\ufeffLabel,month,text,id,language,group\r\n"
            + "Good,5,\"so, \"\"late\"\"\",7,EN,acme\r\n"
            + "bad,5,merci,8,fr,\r\n";
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    LabelledFile read = LabelledFile.read(file, "en", List.of("group", "month"));

    assertThat(read.others()).isEqualTo(1);
    assertThat(read.rows())
        .containsExactly(
            new LabelledRow("7", "acme", "so, \"late\"", "good", Optional.empty(), "acme | 5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id,language,group,text                 | 1,en,,x      | has no column label
          id,language,group,text,label           | ''           | holds no labelled row in en
          id,language,group,text,label           | 1,fr,,x,good | 1 rows are in others
          id,language,group,text,label           | 1,en,,,a     | has an empty text in line 2
          id,language,group,text,label           | 1,en,,x,     | has an empty label in line 2
          id,language,group,text,label           | 1,eng,,x,a   | names no language in line 2
          id,language,group,text,label           | 1,en,,x,y,a  | has 6 columns in line 2
          id,language,group,text,label,day       | 1,en,,x,a,12 | has no date in column day of line 2
          """)
  void saysWhatIsWrongAndWhere(String header, String row, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), header + "\n" + row + "\n");

    assertThatThrownBy(() -> LabelledFile.read(file, "en", List.of()))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
        .hasMessageContaining(problem);
  }

  @Test
  void refusesBytesThatAreNoUtf8AndFilesThatAreNone() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.writeString(
        latin, "id,language,group,text,label\n1,fr,,déçu,a\n", Charset.forName("ISO-8859-1"));
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Path torn = Files.writeString(folder.resolve("torn.csv.gz"), "no gzip");

    assertThatThrownBy(() -> LabelledFile.read(latin, "fr", List.of()))
        .hasMessageContaining("is not UTF-8");
    assertThatThrownBy(() -> LabelledFile.read(empty, "fr", List.of()))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> LabelledFile.read(torn, "fr", List.of()))
        .hasMessageContaining("is no whole gzip file");
    assertThatThrownBy(() -> LabelledFile.read(folder.resolve("none.csv"), "fr", List.of()))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void oneLabelIsNothingToTellApart() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "id,language,group,text,label\n1,en,,x,a\n2,en,,y,a\n");
    LabelledFile read = LabelledFile.read(file, "en", List.of());

    assertThatThrownBy(() -> Corpus.of(List.of(read)))
        .hasMessageContaining("the rows have 1 different labels");
  }
}
