package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.credence.topics.Agreement;
import org.credence.topics.Corpus;
import org.credence.topics.Preparation;
import org.credence.topics.TopicMemory;
import org.credence.topics.TopicNight;
import org.credence.topics.TopicState;
import org.credence.topics.TopicState.Kind;

/**
 * Whether topics keep their identity over the nights of a {@link PlantedStream}, and whether what
 * becomes of them is told. The topic of a class is the one that most of its posts are in.
 */
public final class TopicIdentity {

  private static final int SLOTS = 60;

  private final PlantedStream stream;
  private final long seed;
  private final List<Map<Integer, Long>> topics = new ArrayList<>();
  private final List<List<TopicState>> states = new ArrayList<>();
  private double agreement;
  private int nightsWithPosts;
  private int falseTopics;

  private TopicIdentity(PlantedStream stream, long seed) {
    this.stream = stream;
    this.seed = seed;
  }

  /**
   * The figures of one stream, all 0 to 1 but the last.
   *
   * @param kept share of steady classes whose topic is that of the night before
   * @param tenNights share of steady classes whose topic is the same in the first and last night
   * @param nmi mean agreement of topics and classes within a night
   * @param birth found that night or the next
   * @param death found that night or the two after it
   * @param split two topics, one of them the former, that night or the next
   * @param splitNamed told as a split of the former
   * @param merge one topic, one of the former two, that night or the last
   * @param mergeNamed told as a merge of the two
   * @param falseNew new topics a night that are those of steady classes
   */
  public record Figures(
      double kept,
      double tenNights,
      double nmi,
      double birth,
      double death,
      double split,
      double splitNamed,
      double merge,
      double mergeNamed,
      double falseNew) {}

  /**
   * @param seeds of as many streams
   * @throws org.credence.settings.Refusal when the file can't be used, or has too few classes
   */
  public static List<Figures> of(Path file, List<Long> seeds) {
    Preparation preparation = new Preparation(Set.of());
    Map<String, List<List<String>>> byLabel = new TreeMap<>();
    for (LabelledPost post : LabelledPost.read(file)) {
      byLabel
          .computeIfAbsent(post.label(), label -> new ArrayList<>())
          .add(preparation.words(post.text(), post.language()));
    }
    return seeds.stream()
        .parallel()
        .map(seed -> new TopicIdentity(new PlantedStream(byLabel, seed), seed).figures())
        .toList();
  }

  private Figures figures() {
    Optional<TopicMemory> memory = Optional.empty();
    for (int number = 1; number <= PlantedStream.NIGHTS; number++) {
      PlantedStream.Night planted = stream.night(number);
      Corpus corpus = Corpus.of(planted.posts());
      long nightSeed = 100 * seed + number;
      TopicNight found =
          memory
              .map(before -> TopicNight.of(before, corpus, nightSeed))
              .orElseGet(() -> TopicNight.first(corpus, SLOTS, nightSeed));
      memory = Optional.of(found.memory());
      note(planted, found);
    }
    int nights = PlantedStream.NIGHTS - 2;
    return new Figures(
        kept(),
        tenNights(),
        agreement / nightsWithPosts,
        one(isBorn()),
        one(isDead()),
        one(isSplit()),
        one(splitIsNamed()),
        one(isMerged()),
        one(mergeIsNamed()),
        (double) falseTopics / nights);
  }

  private void note(PlantedStream.Night planted, TopicNight found) {
    Map<Integer, Map<Long, Integer>> ofClass = new TreeMap<>();
    Map<Long, Map<Integer, Integer>> ofTopic = new TreeMap<>();
    int[] numbers = new int[planted.classes().length];
    for (int post = 0; post < numbers.length; post++) {
      long topic = found.topics()[post];
      int of = planted.classes()[post];
      ofClass.computeIfAbsent(of, any -> new TreeMap<>()).merge(topic, 1, Integer::sum);
      ofTopic.computeIfAbsent(topic, any -> new TreeMap<>()).merge(of, 1, Integer::sum);
      numbers[post] = (int) topic;
    }
    Map<Integer, Long> most = new TreeMap<>();
    ofClass.forEach((of, counts) -> most.put(of, most(counts)));
    boolean first = topics.isEmpty();
    topics.add(most);
    states.add(found.states());
    if (numbers.length > 0) {
      agreement += Agreement.nmi(numbers, planted.classes());
      nightsWithPosts++;
    }
    for (TopicState state : found.states()) {
      boolean begins = state.kind() == Kind.BORN || state.kind() == Kind.SPLIT;
      Map<Integer, Integer> classes = ofTopic.get(state.id());
      if (!first && begins && classes != null && most(classes) >= PlantedStream.STEADY) {
        falseTopics++;
      }
    }
  }

  private static <K extends Comparable<K>> K most(Map<K, Integer> counts) {
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static double one(boolean holds) {
    return holds ? 1 : 0;
  }

  /** The topic of a class in a night, from 1; 0 for none. */
  private long topic(int night, int of) {
    return topics.get(night - 1).getOrDefault(of, 0L);
  }

  private boolean anyState(int from, int to, java.util.function.Predicate<TopicState> wanted) {
    return states.subList(from - 1, to).stream().flatMap(List::stream).anyMatch(wanted);
  }

  private double kept() {
    int kept = 0;
    int all = 0;
    for (int of = PlantedStream.STEADY; of < stream.size(); of++) {
      Optional<Long> before = Optional.empty();
      for (Map<Integer, Long> night : topics) {
        Optional<Long> now = Optional.ofNullable(night.get(of));
        if (now.isPresent()) {
          all += before.isPresent() ? 1 : 0;
          kept += before.isPresent() && now.equals(before) && now.get() != 0 ? 1 : 0;
          before = now;
        }
      }
    }
    return (double) kept / all;
  }

  private double tenNights() {
    int same = 0;
    for (int of = PlantedStream.STEADY; of < stream.size(); of++) {
      long last = topic(PlantedStream.NIGHTS, of);
      same += last != 0 && last == topic(1, of) ? 1 : 0;
    }
    return (double) same / (stream.size() - PlantedStream.STEADY);
  }

  private boolean isBorn() {
    int night = PlantedStream.NIGHT_OF_BIRTH;
    long one = topic(night, PlantedStream.BIRTH);
    long next = topic(night + 1, PlantedStream.BIRTH);
    return anyState(
        night,
        night + 1,
        state -> state.kind() == Kind.BORN && (state.id() == one || state.id() == next));
  }

  private boolean isDead() {
    int night = PlantedStream.NIGHT_OF_DEATH;
    long before = topic(night - 1, PlantedStream.DEATH);
    return anyState(
        night, night + 2, state -> state.kind() == Kind.RETIRED && state.id() == before);
  }

  private long beforeSplit() {
    return topic(PlantedStream.NIGHT_OF_SPLIT - 1, PlantedStream.SPLIT);
  }

  private boolean isSplit() {
    long before = beforeSplit();
    for (int night = PlantedStream.NIGHT_OF_SPLIT;
        night <= PlantedStream.NIGHT_OF_SPLIT + 1;
        night++) {
      long one = topic(night, PlantedStream.SPLIT);
      long other = topic(night, PlantedStream.SPLIT + 1);
      if (one != other && one != 0 && other != 0 && (one == before || other == before)) {
        return true;
      }
    }
    return false;
  }

  private boolean splitIsNamed() {
    int night = PlantedStream.NIGHT_OF_SPLIT;
    return anyState(
        night,
        night + 1,
        state -> state.kind() == Kind.SPLIT && state.kin() == beforeSplit() && beforeSplit() != 0);
  }

  private long beforeMerge(int of) {
    return topic(PlantedStream.NIGHT_OF_MERGE - 1, of);
  }

  private boolean isMerged() {
    long one = beforeMerge(PlantedStream.MERGE);
    long other = beforeMerge(PlantedStream.MERGE + 1);
    return one != other
        && java.util.stream.IntStream.of(PlantedStream.NIGHT_OF_MERGE, PlantedStream.NIGHTS)
            .mapToLong(night -> topic(night, PlantedStream.MERGE))
            .anyMatch(now -> now != 0 && (now == one || now == other));
  }

  private boolean mergeIsNamed() {
    long one = beforeMerge(PlantedStream.MERGE);
    long other = beforeMerge(PlantedStream.MERGE + 1);
    return anyState(
        PlantedStream.NIGHT_OF_MERGE,
        PlantedStream.NIGHTS,
        state ->
            state.kind() == Kind.MERGED
                && ((state.id() == one && state.kin() == other)
                    || (state.id() == other && state.kin() == one)));
  }
}
