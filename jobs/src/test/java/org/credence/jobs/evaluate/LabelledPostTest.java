package org.credence.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledPostTest {

  @TempDir Path root;

  @Test
  void readsColumnsByNameAndRowsOfAllLanguages() throws IOException {
    Path file = root.resolve("a.tsv");
    Files.writeString(
        file, "label\tid\tlanguage\tgroup\ttext\n fee \t1\tEN\t\tA \"fee\"\n7\t2\tfr\t\t\n");
    assertThat(LabelledPost.read(file))
        .containsExactly(
            new LabelledPost("en", "A \"fee\"", "fee"), new LabelledPost("fr", "", "7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id;language;group;text                      | has no column label",
        "id;language;text;label                      | has no column group",
        "id;language;group;text;label                | holds no row",
        "id;language;group;text;label#1;en;a;words   | has 4 columns in line 2",
        "id;language;group;text;label#1;en;a;words;  | has an empty label in line 2",
        "id;language;group;text;label#1;;a;words;b   | names no language in line 2"
      })
  void refusesWhatCannotBeMeasured(String content, String problem) throws IOException {
    Path file = root.resolve("bad.tsv");
    Files.writeString(file, content.replace(';', '\t').replace('#', '\n'));
    assertThatThrownBy(() -> LabelledPost.read(file))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem()).isEqualTo("The file bad.tsv " + problem);
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
            });
  }
}
