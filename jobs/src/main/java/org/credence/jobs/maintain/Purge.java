package org.credence.jobs.maintain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.credence.jobs.Night;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Parts;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.lake.ScrubbedPlaces;
import org.credence.lake.Table;
import org.credence.lake.TopicPosts;
import org.credence.lake.Upkeep;
import org.credence.lake.WaitingReplies;
import org.credence.lake.erasure.ErasureRequest;
import org.credence.lake.erasure.ErasureRequests;

/**
 * Sees to it that what was erased, or hashed with former keys only, is in no file any more: not in
 * data files, not in snapshots that time travel could reach. Readers of older snapshots are not
 * spared: erasure comes first.
 *
 * @param asked requests whose posts are out of the tables
 * @param noticed whether delete notices, those requests or new keys took rows of posts out
 */
record Purge(Night night, List<ErasureRequest> asked, boolean noticed) {

  private static final List<Table> TABLES =
      List.of(
          Posts.TABLE,
          PostDays.TABLE,
          WaitingReplies.TABLE,
          Mentions.TABLE,
          TopicPosts.TABLE,
          Parts.TABLE,
          RejectedRecords.TABLE);

  /** Their rows are replaced only when keys change, or when somebody with scrubbed places goes. */
  private static final List<Table> TOMBSTONES =
      List.of(Erasures.TABLE, ErasedOnRequest.TABLE, ScrubbedPlaces.TABLE);

  enum State {
    NOTHING("nothing to erase"),
    WAITING("erasure waits until apply and cubes have followed"),
    DONE("what was erased is in no file any more");

    private final String words;

    State(String words) {
      this.words = words;
    }
  }

  /**
   * @param requests that were brought to their end
   */
  record Outcome(State state, int requests) {
    String words() {
      return state.words;
    }
  }

  static Purge of(Night night) {
    List<ErasureRequest> asked = new ErasureRequests(night.runs()).removed();
    boolean noticed =
        Stream.of(Posts.TABLE, PostDays.TABLE, WaitingReplies.TABLE)
            .flatMap(table -> Upkeep.of(night.lake(), table).stream())
            .anyMatch(Upkeep::holdsErased);
    return new Purge(night, asked, noticed);
  }

  /** Whether somebody asked for it: then files of crashes go, too. */
  boolean requested() {
    return !asked.isEmpty();
  }

  Outcome run() {
    if (asked.isEmpty() && !noticed) {
      return new Outcome(State.NOTHING, 0);
    }
    if (!othersHaveFollowed()) {
      return new Outcome(State.WAITING, 0);
    }
    night.progress().step("purging what was erased");
    long committed = 0;
    for (Table table : TABLES) {
      Optional<Upkeep> upkeep = Upkeep.of(night.lake(), table);
      if (upkeep.isPresent()) {
        upkeep.get().purge();
        committed = Math.max(committed, upkeep.get().committedAt());
      }
    }
    for (Table table : TOMBSTONES) {
      Upkeep.of(night.lake(), table).filter(Upkeep::holdsErased).ifPresent(Upkeep::purge);
    }
    String at = Instant.ofEpochMilli(committed).toString();
    ErasureRequests requests = new ErasureRequests(night.runs());
    asked.forEach(request -> requests.purged(request, night.date().toString(), at));
    return new Outcome(State.DONE, asked.size());
  }

  /** Mentions, topics and parts are made from posts: those of erased posts go with the next run. */
  private boolean othersHaveFollowed() {
    Lake lake = night.lake();
    Optional<String> mentions = lake.snapshot(Mentions.TABLE).map(String::valueOf);
    return mentions.isEmpty()
        || (lake.note(Posts.TABLE, Notes.BATCH).equals(lake.note(Mentions.TABLE, Notes.BATCH))
            && lake.note(Parts.TABLE, Notes.MENTIONS).equals(mentions)
            && (lake.read(TopicPosts.TABLE).isEmpty()
                || lake.note(TopicPosts.TABLE, Notes.MENTIONS).equals(mentions)));
  }
}
