package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.credence.topics.TopicState.Kind;
import org.junit.jupiter.api.Test;

/** Nights of posts whose words come from planted themes, 25 posts a theme. */
class TopicNightTest {

  private static final int POSTS = 25;
  private static final int SLOTS = 30;

  /** Themes of a post; two make a post of the words of both. */
  private static final int[] A = {0};

  private static final int[] B = {1};
  private static final int[] C = {2};
  private static final int[] D = {3};
  private static final int[] C_AND_D = {2, 3};

  private final List<int[]> steady = List.of(A, B, C);
  private final TopicNight first = TopicNight.first(corpus(steady, POSTS, 1), SLOTS, 1);

  @Test
  void steadyTopicsKeepTheirIds() {
    TopicNight before = first;
    for (int night = 2; night <= 6; night++) {
      TopicNight tonight = TopicNight.of(before.memory(), corpus(steady, POSTS, night), night);
      assertThat(ids(tonight)).isEqualTo(ids(first)).doesNotContain(0L).doesNotHaveDuplicates();
      assertThat(tonight.states()).extracting(TopicState::kind).containsOnly(Kind.CONTINUED);
      assertThat(tonight.states()).extracting(TopicState::posts).containsOnly(POSTS);
      before = tonight;
    }
  }

  @Test
  void whatFitsNowhereIsBorn() {
    TopicNight tonight = next(first, List.of(A, B, C, D), POSTS);

    assertThat(ids(tonight).subList(0, 3)).isEqualTo(ids(first));
    assertThat(changes(tonight))
        .singleElement()
        .satisfies(born -> assertThat(born.kind()).isEqualTo(Kind.BORN))
        .satisfies(born -> assertThat(born.id()).isEqualTo(ids(tonight).get(3)))
        .satisfies(born -> assertThat(born.evidence()).isPositive());
  }

  @Test
  void whatNobodyTalksAboutAnyMoreIsRetired() {
    TopicNight tonight = next(first, List.of(A, B), POSTS);

    assertThat(changes(tonight))
        .singleElement()
        .satisfies(ended -> assertThat(ended.kind()).isEqualTo(Kind.RETIRED))
        .satisfies(ended -> assertThat(ended.id()).isEqualTo(ids(first).get(2)));
    TopicNight again = next(tonight, steady, POSTS);
    assertThat(ids(again).get(2)).as("another topic").isGreaterThan(ids(first).get(2));
  }

  @Test
  void quietAndEmptyNightsEndNothing() {
    TopicNight quiet = next(first, steady, 4);
    TopicNight empty = TopicNight.of(quiet.memory(), Corpus.of(List.of()), 3);
    TopicNight after = next(empty, steady, POSTS);

    assertThat(changes(quiet)).isEmpty();
    assertThat(changes(empty)).isEmpty();
    assertThat(empty.topics()).isEmpty();
    assertThat(ids(after)).isEqualTo(ids(first));
  }

  @Test
  void aTopicThatFallsApartIsSplit() {
    TopicNight joint = TopicNight.first(corpus(List.of(A, B, C_AND_D), POSTS, 1), SLOTS, 1);
    TopicNight apart = next(joint, List.of(A, B, C, D), POSTS);

    long parent = ids(joint).get(2);
    assertThat(changes(apart))
        .singleElement()
        .satisfies(split -> assertThat(split.kind()).isEqualTo(Kind.SPLIT))
        .satisfies(split -> assertThat(split.kin()).isEqualTo(parent))
        .satisfies(split -> assertThat(ids(apart).subList(2, 4)).containsOnly(parent, split.id()));
  }

  @Test
  void topicsThatBecomeOneAreMerged() {
    TopicNight apart = TopicNight.first(corpus(List.of(A, B, C, D), POSTS, 1), SLOTS, 1);
    TopicNight joint = next(apart, List.of(A, B, C_AND_D), 2 * POSTS);

    long stays = ids(joint).get(4);
    assertThat(ids(apart).subList(2, 4)).contains(stays);
    assertThat(changes(joint))
        .singleElement()
        .satisfies(gone -> assertThat(gone.kind()).isIn(Kind.MERGED, Kind.RETIRED))
        .satisfies(gone -> assertThat(ids(apart).subList(2, 4)).contains(gone.id()));
  }

  @Test
  void whatIsBornWhileAnotherEndsHasNotTakenItIn() {
    TopicNight tonight = next(first, List.of(A, B, D), POSTS);

    assertThat(changes(tonight))
        .extracting(TopicState::kind)
        .containsExactlyInAnyOrder(Kind.BORN, Kind.RETIRED);
    assertThat(changes(tonight)).extracting(TopicState::kin).containsOnly(0L);
  }

  @Test
  void otherPostsInItsSlotDoNotKeepATopicAlive() {
    List<List<String>> posts = posts(List.of(A, B), 40, 7);
    for (int post = 0; post < Slots.LEAST + 1; post++) {
      posts.add(List.of("x" + post, "y" + post % 3, "s" + post, "z" + post % 2));
    }
    Corpus tonight = Corpus.of(posts);
    Slots work = new Slots(first.memory().halved().with(tonight), tonight.bags);
    Mixture remembered = work.mixture.copy();
    for (int post = 0; post < posts.size(); post++) {
      work.assigned[post] = slot(work, ids(first).get(post / 40));
    }
    work.mixture.addAll(work.bags, work.assigned);

    Endings.find(work, remembered);

    assertThat(work.changes)
        .singleElement()
        .satisfies(ended -> assertThat(ended.kind()).isEqualTo(Kind.RETIRED))
        .satisfies(ended -> assertThat(ended.id()).isEqualTo(ids(first).get(2)));
  }

  @Test
  void aTopicIsBornOfPostsThatAreLikeOthersInPart() {
    TopicNight tonight = next(first, List.of(A, B, C, new int[] {0, 3, 3}), POSTS);

    assertThat(changes(tonight))
        .singleElement()
        .satisfies(born -> assertThat(born.kind()).isEqualTo(Kind.BORN))
        .satisfies(born -> assertThat(born.id()).isEqualTo(ids(tonight).get(3)));
    assertThat(ids(tonight).subList(0, 3)).isEqualTo(ids(first));
  }

  @Test
  void anyNightHasAnAnswer() {
    Preparation preparation = new Preparation(java.util.Set.of());
    List<List<String>> strange =
        java.util.stream.Stream.of(
                "\uD83D\uDE00 \uD83D\uDE00",
                "",
                "\u043d\u043e\u0432\u044b\u0439 \u65b0\u3057\u3044 new \u062c\u062f\u064a\u062f",
                "word ".repeat(20_000),
                "word")
            .map(text -> preparation.words(text, "en"))
            .toList();
    for (List<List<String>> posts :
        List.of(
            List.<List<String>>of(),
            strange,
            strange.subList(0, 3),
            java.util.Collections.nCopies(100, List.of("word")),
            java.util.Collections.nCopies(100, List.<String>of()))) {
      Corpus corpus = Corpus.of(posts);
      TopicNight night = TopicNight.first(corpus, SLOTS, 1);
      assertThat(night.topics())
          .hasSize(posts.size())
          .containsOnly(posts.stream().mapToLong(p -> 0).toArray());
      assertThat(TopicNight.of(night.memory(), corpus, 2).topics()).hasSize(posts.size());
      assertThat(TopicNight.of(first.memory(), corpus, 2).topics()).hasSize(posts.size());
    }
  }

  @Test
  void copiesOfAPostAreOneVoice() {
    List<List<String>> posts = posts(steady, POSTS, 2);
    posts.addAll(java.util.Collections.nCopies(50, List.of("buy", "these", "pills", "now")));

    TopicNight tonight = TopicNight.of(first.memory(), Corpus.of(posts), 2);

    assertThat(changes(tonight)).isEmpty();
    assertThat(ids(tonight).subList(0, 3)).isEqualTo(ids(first));
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Corpus tonight = corpus(steady, POSTS, 9);
    TopicNight once = TopicNight.of(first.memory(), tonight, 3);
    TopicNight again = TopicNight.of(first.memory(), tonight, 3);

    assertThat(again.topics()).isEqualTo(once.topics());
    assertThat(again.states()).isEqualTo(once.states());
    assertThat(again.memory().words()).isEqualTo(once.memory().words());
    assertThat(again.memory().counts().counts).isEqualTo(once.memory().counts().counts);
  }

  private static int slot(Slots slots, long id) {
    return IntStream.range(0, SLOTS)
        .filter(slot -> slots.ids[slot] == id)
        .findFirst()
        .orElseThrow();
  }

  private static TopicNight next(TopicNight before, List<int[]> themes, int posts) {
    return TopicNight.of(before.memory(), corpus(themes, posts, 77), 5);
  }

  private static List<TopicState> changes(TopicNight night) {
    return night.states().stream().filter(state -> state.kind() != Kind.CONTINUED).toList();
  }

  /** The topic that most posts of each kind have; posts of a kind lie in a row. */
  private static List<Long> ids(TopicNight night) {
    int size = Math.min(POSTS, night.topics().length);
    return IntStream.range(0, night.topics().length / size)
        .mapToObj(kind -> most(Arrays.copyOfRange(night.topics(), kind * size, (kind + 1) * size)))
        .toList();
  }

  private static long most(long[] topics) {
    return Arrays.stream(topics)
        .boxed()
        .max(
            java.util.Comparator.comparingLong(
                id -> Arrays.stream(topics).filter(other -> other == id).count()))
        .orElseThrow();
  }

  private static Corpus corpus(List<int[]> kinds, int posts, long seed) {
    return Corpus.of(posts(kinds, posts, seed));
  }

  /** Six words of its themes and two that all share. */
  private static List<List<String>> posts(List<int[]> kinds, int posts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> prepared = new ArrayList<>();
    for (int[] themes : kinds) {
      for (int post = 0; post < posts; post++) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          words.add("t" + themes[i % themes.length] + "w" + random.nextInt(10));
        }
        words.add("s" + random.nextInt(20));
        words.add("s" + random.nextInt(20));
        prepared.add(words);
      }
    }
    return prepared;
  }
}
