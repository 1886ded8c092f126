package org.credence.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFileReaderTest {

  private final Path folder;

  LabelFileReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void findsColumnsByName() throws IOException {
    LabelFile file =
        read(
            "a.tsv",
            """
            label\tText\tday\tid\tlanguage\tgroup
            negative\tso "late\t2026-01-02\t7\tEN\tacme
            positive\tmerci, parfait\t\t8\tfr\t
            """);

    assertThat(file.rows())
        .containsExactly(
            new LabelledText(
                Origin.LABELS,
                "7",
                "en",
                "acme",
                "so \"late",
                0,
                Optional.of(LocalDate.parse("2026-01-02"))),
            new LabelledText(Origin.LABELS, "8", "fr", "", "merci, parfait", 2, Optional.empty()));
    assertThat(file.name()).isEqualTo("a.tsv");
    assertThat(file.sha256()).hasSize(64);
  }

  @Test
  void readsQuotedTextsOfCsv() throws IOException {
    LabelFile file =
        read(
            "a.csv",
            """
            id,language,group,text,label
            1,en,,"well, ""fine""
            I guess",neutral
            """);

    assertThat(file.rows()).hasSize(1);
    assertThat(file.rows().get(0).text()).isEqualTo("well, \"fine\"\nI guess");
  }

  @Test
  void readsGzipAndSkipsAByteOrderMark() throws IOException {
    Path path = folder.resolve("a.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(
          "\ufeffid\tlanguage\tgroup\ttext\tlabel\n1\ten\t\tgood\tpositive\n"
              .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(LabelFileReader.read(path.toUri(), new Configuration()).rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id,language,text,label;1,en,good,positive                         | has no column group
          id,language,group,text,label                                      | holds no labelled row
          id,language,group,text,label;1,en,,good,positive;2,en,,bad,angry  | has an unknown label in line 3
          id,language,group,text,label;1,en,,,positive                      | has an empty text in line 2
          id,language,group,text,label;1,english,,good,positive             | names no language in line 2
          id,language,group,text,label;1,en,,good,positive;2,en,good        | has 3 columns in line 3
          id,language,group,text,label,day;1,en,,good,positive,yesterday    | has no date in column day of line 2
          """)
  void refusesWhatCannotBeUsed(String text, String problem) {
    assertThatThrownBy(() -> read("a.csv", text.replace(';', '\n')))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem()).isEqualTo("The label file a.csv " + problem);
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
              assertThat(refusal.getMessage()).doesNotContain("angry");
            });
  }

  @Test
  void refusesAnotherEncoding() throws IOException {
    Path path = folder.resolve("latin.csv");
    Files.writeString(
        path,
        "id,language,group,text,label\n1,fr,,bon,positive\n2,fr,,déçu,negative\n",
        Charset.forName("windows-1252"));

    assertThatThrownBy(() -> LabelFileReader.read(path.toUri(), new Configuration()))
        .hasMessageContaining("latin.csv is not UTF-8 in line 3");
  }

  @Test
  void refusesAMissingFile() {
    assertThatThrownBy(
            () -> LabelFileReader.read(folder.resolve("absent.tsv").toUri(), new Configuration()))
        .hasMessageContaining("There is no label file")
        .hasMessageContaining("training.labels");
  }

  private LabelFile read(String name, String text) throws IOException {
    Path path = Files.writeString(folder.resolve(name), text);
    return LabelFileReader.read(path.toUri(), new Configuration());
  }
}
