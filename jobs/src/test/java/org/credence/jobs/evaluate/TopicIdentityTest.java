package org.credence.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.credence.jobs.evaluate.TopicIdentity.Figures;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicIdentityTest {

  @TempDir private Path folder;

  /** Labels with words of their own are told apart, so all that is planted must be found. */
  @Test
  void whatIsPlantedIsFound() throws IOException {
    List<Figures> streams = TopicIdentity.of(write(12), List.of(1L, 2L));

    assertThat(streams)
        .hasSize(2)
        .allSatisfy(
            figures -> {
              assertThat(figures.kept()).isEqualTo(1);
              assertThat(figures.tenNights()).isEqualTo(1);
              assertThat(figures.nmi()).isGreaterThan(0.95);
              assertThat(figures.birth()).isEqualTo(1);
              assertThat(figures.death()).isEqualTo(1);
              assertThat(figures.split()).isEqualTo(1);
              assertThat(figures.splitNamed()).isEqualTo(1);
              assertThat(figures.merge()).isEqualTo(1);
              assertThat(figures.mergeNamed()).isEqualTo(1);
              assertThat(figures.falseNew()).isZero();
            });
    assertThat(TopicIdentity.of(write(12), List.of(2L))).containsExactly(streams.get(1));
  }

  @Test
  void aFileOfTooFewTopicsIsRefused() throws IOException {
    Path file = write(6);

    assertThatThrownBy(() -> TopicIdentity.of(file, List.of(1L)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("6 labels have 25 posts or more");
  }

  private Path write(int labels) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder rows = new StringBuilder(Corpora.HEADER);
    for (int i = 0; i < 60 * labels; i++) {
      int label = i % labels;
      rows.append(i).append("\ten\t\t");
      for (int word = 0; word < 6; word++) {
        rows.append("label").append(label).append("word").append(random.nextInt(10)).append(' ');
      }
      rows.append("common").append(random.nextInt(20)).append('\t').append(label).append('\n');
    }
    return Files.writeString(folder.resolve(labels + ".tsv"), rows);
  }
}
