package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.credence.topics.Choice;
import org.credence.topics.Clustering;
import org.credence.topics.ColdStart;
import org.credence.topics.Corpus;
import org.credence.topics.Preparation;
import org.credence.topics.TopicQuality;

/**
 * Topics of the posts of a labelled file, taken as one scope; the labels are not looked at.
 *
 * @param choice which kind of topics foresees posts that were held out
 */
public record TopicEvaluation(Corpus corpus, int[] labels, Choice choice, Clustering found) {

  /**
   * @param topics at most so many
   * @throws org.credence.settings.Refusal when the file can't be used
   */
  public static TopicEvaluation of(Path file, int topics, long seed) {
    List<LabelledPost> posts = LabelledPost.read(file);
    Preparation preparation = new Preparation(Set.of());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<List<String>> prepared = new ArrayList<>();
    int[] labels = new int[posts.size()];
    for (LabelledPost post : posts) {
      numbers.putIfAbsent(post.label(), numbers.size());
      labels[prepared.size()] = numbers.getOrDefault(post.label(), 0);
      prepared.add(preparation.words(post.text(), post.language()));
    }
    Corpus corpus = Corpus.of(prepared);
    Choice choice = Choice.of(corpus, topics, seed);
    return new TopicEvaluation(
        corpus, labels, choice, ColdStart.of(corpus, choice.kind(), topics, seed));
  }

  /** Trains on halves of the posts, which takes as long again. */
  public TopicQuality quality(long seed) {
    return TopicQuality.of(corpus, found, seed);
  }
}
