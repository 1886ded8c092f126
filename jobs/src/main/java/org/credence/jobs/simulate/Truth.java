package org.credence.jobs.simulate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what is true while posts are made; {@link TruthFile} writes it down. */
final class Truth {

  private final Map<Key, Cell> cells = new HashMap<>();
  private final Map<ResponseKey, Responses> responses = new HashMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> attributes = new TreeMap<>();
  private final Map<LocalDate, Map<Vote, int[]>> votes = new HashMap<>();
  private long posts;
  private int erased;
  private int erasedBeforeDelivery;
  private int strangers;

  record Key(String brand, Level level, LocalDate start) {}

  /** Whose posts, on which source; voice is company or public. */
  record ResponseKey(String brand, LocalDate month, String source, String voice) {}

  /** Sums over original posts of the counts delivered last. */
  static final class Responses {
    long posts;
    long likes;
    long reactions;
    long shares;
    long comments;
  }

  private record Vote(String brand, long author) {}

  /** A post that stays, with the counts delivered last. */
  void add(Post post) {
    posts++;
    LocalDate day = post.day();
    for (Firm firm : post.firms()) {
      for (Level level : Level.values()) {
        cell(firm.id(), level, day).add(post, firm);
      }
      if (post.original()) {
        respond(post, firm, day);
      }
      if (trusted(post, firm)) {
        vote(post, firm, day);
      }
    }
  }

  void erase() {
    posts++;
    erased++;
  }

  void eraseBeforeDelivery() {
    posts++;
    erasedBeforeDelivery++;
  }

  void noticeOfAStranger() {
    strangers++;
  }

  /** No more posts by the public will be dated on the day: its authors can be weighed. */
  void close(LocalDate day) {
    Map<Vote, int[]> ofDay = votes.remove(day);
    if (ofDay == null) {
      return;
    }
    ofDay.forEach(
        (vote, byClass) -> {
          for (Level level : Level.values()) {
            cell(vote.brand(), level, day).addDay(byClass);
          }
        });
  }

  Map<Key, Cell> cells() {
    return cells;
  }

  Map<ResponseKey, Responses> responses() {
    return responses;
  }

  SortedMap<String, SortedMap<String, Integer>> attributes() {
    return attributes;
  }

  /** Distinct posts that the archive delivered, those erased later included. */
  long posts() {
    return posts;
  }

  int erased() {
    return erased;
  }

  int erasedBeforeDelivery() {
    return erasedBeforeDelivery;
  }

  int strangers() {
    return strangers;
  }

  private static boolean trusted(Post post, Firm firm) {
    return post.original() && post.scored() && !post.by(firm) && !Crowd.isBot(post.author());
  }

  private void vote(Post post, Firm firm, LocalDate day) {
    votes.computeIfAbsent(day, d -> new HashMap<>())
        .computeIfAbsent(
            new Vote(firm.id(), post.author().key()), v -> new int[Polarity.values().length])[
        post.polarity().ordinal()]++;
    post.attribute()
        .ifPresent(
            attribute ->
                attributes
                    .computeIfAbsent(firm.id(), id -> new TreeMap<>())
                    .merge(attribute, 1, Integer::sum));
  }

  private void respond(Post post, Firm firm, LocalDate day) {
    ResponseKey key =
        new ResponseKey(
            firm.id(),
            Level.MONTH.start(day),
            post.source().folder(),
            post.by(firm) ? "company" : "public");
    Responses sum = responses.computeIfAbsent(key, k -> new Responses());
    sum.posts++;
    sum.likes += post.counts().likes();
    sum.reactions += post.counts().reactions();
    sum.shares += post.counts().shares();
    sum.comments += post.counts().comments();
  }

  private Cell cell(String brand, Level level, LocalDate day) {
    return cells.computeIfAbsent(new Key(brand, level, level.start(day)), key -> new Cell());
  }
}
