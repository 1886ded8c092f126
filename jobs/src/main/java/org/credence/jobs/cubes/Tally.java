package org.credence.jobs.cubes;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.statistics.AuthorSample;
import org.credence.statistics.AuthorSampleBuilder;
import org.credence.statistics.Evidence;
import org.credence.statistics.EvidenceBuilder;
import org.jspecify.annotations.Nullable;

/** The sums of one cell, of whatever period: parts add up to it, and cells to larger ones. */
final class Tally {

  private final Voice company = new Voice();
  private final Voice people = new Voice();
  private final AuthorSampleBuilder authors = new AuthorSampleBuilder();
  private final SortedMap<Scale, EvidenceBuilder> evidence = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> models = new TreeMap<>();

  /** What {@link #authors} has built: cells ask several times, and building sorts. */
  private @Nullable AuthorSample sample;

  /** Counts of one voice. */
  static final class Voice {
    private static final int RESPONSES = Parts.DELIVERED.size();

    private long posts;
    private long originals;
    private long reposts;
    private long replies;
    private long bots;
    private long unscored;
    private long scored;
    private final long[] totals = new long[RESPONSES];
    private final long[] posted = new long[RESPONSES];

    long posts() {
      return posts;
    }

    long originals() {
      return originals;
    }

    long reposts() {
      return reposts;
    }

    long replies() {
      return replies;
    }

    long bots() {
      return bots;
    }

    long unscored() {
      return unscored;
    }

    long scored() {
      return scored;
    }

    /** Sum of a response, meaningless when no post delivered it. */
    long total(int response) {
      return totals[response];
    }

    /** Posts that delivered a response. */
    long posted(int response) {
      return posted[response];
    }

    private void add(PartRow part) {
      posts += part.number(Parts.POSTS);
      originals += part.number(Parts.ORIGINALS);
      reposts += part.number(Parts.REPOSTS);
      replies += part.number(Parts.REPLIES);
      bots += part.number(Parts.BOTS);
      unscored += part.number(Parts.UNSCORED);
      scored += part.number(Parts.SCORED);
      for (int i = 0; i < RESPONSES; i++) {
        totals[i] += part.number(Parts.DELIVERED.get(i).total());
        posted[i] += part.number(Parts.DELIVERED.get(i).posts());
      }
    }

    private void add(Voice other) {
      posts += other.posts;
      originals += other.originals;
      reposts += other.reposts;
      replies += other.replies;
      bots += other.bots;
      unscored += other.unscored;
      scored += other.scored;
      Arrays.setAll(totals, i -> totals[i] + other.totals[i]);
      Arrays.setAll(posted, i -> posted[i] + other.posted[i]);
    }
  }

  /** What the brand's own accounts wrote. */
  Voice company() {
    return company;
  }

  /** What everybody else wrote. */
  Voice people() {
    return people;
  }

  /** Everybody else. */
  AuthorSample authors() {
    AuthorSample built = sample == null ? authors.build() : sample;
    sample = built;
    return built;
  }

  /** Of the scored originals. */
  SortedMap<Scale, Evidence> evidence() {
    SortedMap<Scale, Evidence> built = new TreeMap<>();
    evidence.forEach((scale, sums) -> built.put(scale, sums.build()));
    return built;
  }

  /** Versions of the models that scored, by language. */
  SortedMap<String, SortedSet<String>> models() {
    return Collections.unmodifiableSortedMap(models);
  }

  boolean isEmpty() {
    return people.posts == 0 && company.posts == 0;
  }

  /**
   * @param mark what the scores of its day depend on
   */
  void add(PartRow part, String mark) {
    if (part.isCompany()) {
      company.add(part);
      return;
    }
    people.add(part);
    authors.add(part.authors());
    sample = null;
    if (part.number(Parts.WEIGHT) > 0) {
      String language = part.text(Mentions.LANGUAGE);
      evidence
          .computeIfAbsent(new Scale(language, mark), any -> new EvidenceBuilder())
          .add(part.evidence());
      models.computeIfAbsent(language, any -> new TreeSet<>()).addAll(part.models());
    }
  }

  void add(Tally other) {
    company.add(other.company);
    people.add(other.people);
    authors.add(other.authors());
    sample = null;
    for (Map.Entry<Scale, EvidenceBuilder> more : other.evidence.entrySet()) {
      evidence.computeIfAbsent(more.getKey(), any -> new EvidenceBuilder()).add(more.getValue());
    }
    other.models.forEach(
        (language, versions) ->
            models.computeIfAbsent(language, any -> new TreeSet<>()).addAll(versions));
  }

  static Tally sum(Iterable<Tally> tallies) {
    Tally sum = new Tally();
    tallies.forEach(sum::add);
    return sum;
  }
}
