package org.credence.jobs.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.topics.Corpus;
import org.credence.topics.Preparation;
import org.credence.topics.TopicLabel;
import org.credence.topics.TopicLabels;
import org.credence.topics.TopicMemory;
import org.credence.topics.TopicNight;
import org.credence.topics.TopicState;

/**
 * What a night learns from the posts of one scope.
 *
 * @param found topics of the posts that were learnt from, and what the next night goes on from
 * @param topics of tonight, those that end included
 */
record ScopeNight(TopicNight found, List<Topic> topics) {

  /** People who must write what a topic is called by. */
  private static final int LEAST_PEOPLE = 3;

  ScopeNight {
    topics = List.copyOf(topics);
  }

  /**
   * A post to learn from.
   *
   * @param author key; empty when nobody knows
   */
  record Post(String text, String language, String author) {}

  /**
   * What is told of a topic.
   *
   * @param firstNight days since 1970
   * @param label empty when nothing is said by enough people
   */
  record Told(int firstNight, String label) {}

  /** A topic of tonight. */
  record Topic(TopicState state, Told told) {}

  /**
   * @param before what the scope remembers; nothing when it begins
   * @param known what is told of the topics that it remembers
   */
  static ScopeNight of(
      Optional<TopicMemory> before,
      Map<Long, Told> known,
      List<Post> posts,
      Preparation preparation,
      ScopeTask task,
      long seed) {
    Corpus corpus =
        Corpus.of(
            posts.stream().map(post -> preparation.words(post.text(), post.language())).toList());
    TopicNight found =
        before
            .map(memory -> TopicNight.of(memory, corpus, seed))
            .orElseGet(() -> TopicNight.first(corpus, task.slots(), seed));
    Map<Long, TopicLabel> labels = labels(posts, found.topics(), preparation);
    List<Topic> topics = new ArrayList<>();
    for (TopicState state : found.states()) {
      Told told = known.getOrDefault(state.id(), new Told(task.night(), ""));
      // A name stays: readers know a topic by it.
      String label =
          told.label().isEmpty() && labels.containsKey(state.id())
              ? labels.get(state.id()).text()
              : told.label();
      topics.add(new Topic(state, new Told(told.firstNight(), label)));
    }
    return new ScopeNight(found, topics);
  }

  private static Map<Long, TopicLabel> labels(
      List<Post> posts, long[] topics, Preparation preparation) {
    List<TopicLabels.Post> labelled = new ArrayList<>();
    for (int i = 0; i < topics.length; i++) {
      Post post = posts.get(i);
      labelled.add(new TopicLabels.Post(post.text(), post.language(), post.author(), topics[i]));
    }
    return TopicLabels.of(labelled, preparation, LEAST_PEOPLE);
  }
}
