package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicMemoryBytesTest {

  private final TopicMemory memory =
      TopicNight.first(
              Corpus.of(
                  Stream.concat(posts("rain", "wind", "snow"), posts("goal", "team", "match"))
                      .toList()),
              20,
              3)
          .memory();

  @Test
  void readsWhatItWrote() {
    TopicMemory read = TopicMemoryBytes.read(TopicMemoryBytes.of(memory));

    assertThat(read.words()).isEqualTo(memory.words()).isNotEmpty();
    assertThat(read.ids()).isEqualTo(memory.ids()).contains(1L);
    assertThat(read.last()).isEqualTo(memory.last());
    assertThat(read.counts().counts).isEqualTo(memory.counts().counts);
    assertThat(read.counts().posts).isEqualTo(memory.counts().posts);
    assertThat(read.counts().tokens).isEqualTo(memory.counts().tokens);
    assertThat(TopicMemoryBytes.of(read)).isEqualTo(TopicMemoryBytes.of(memory));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] bytes = TopicMemoryBytes.of(memory);
    bytes[0] = 9;

    assertThatThrownBy(() -> TopicMemoryBytes.read(bytes)).hasMessageContaining("format 9");
  }

  @Test
  void postsGetTheTopicThatFitsBestAndNoneWithoutAWordOfIt() {
    long[] topics =
        new TopicAssigner(memory)
            .topics(List.of(List.of("rain", "new"), List.of("team", "goal"), List.of("new")));

    assertThat(topics[0]).isPositive();
    assertThat(topics[1]).isPositive().isNotEqualTo(topics[0]);
    assertThat(topics[2]).isZero();
  }

  /** Each with two more words, or they were copies. */
  private static Stream<List<String>> posts(String... words) {
    return IntStream.range(0, 30)
        .mapToObj(
            i ->
                List.of(words[i % 3], words[(i + 1) % 3], "x" + i % 7, "y" + i % 11, words[i % 2]));
  }
}
