package org.credence.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What outlives the snapshots of a table, as a property of it: the notes of its commits, and which
 * snapshot stood at the end of the last nights.
 *
 * @param commits newest first
 * @param nights oldest first
 */
record Journal(List<Lake.Commit> commits, List<NightEnd> nights) {

  static final String PROPERTY = "credence.journal";

  /** More than any reader of the notes lags behind; one that lags more reads everything. */
  private static final int KEPT = 40;

  private static final ObjectMapper JSON = new ObjectMapper();

  Journal {
    commits = List.copyOf(commits);
    nights = List.copyOf(nights);
  }

  /** The snapshot that stood when the upkeep of a night began to look for the first time. */
  record NightEnd(String night, long snapshot) {}

  static Journal of(org.apache.iceberg.Table table) {
    String json = table.properties().get(PROPERTY);
    try {
      return json == null ? new Journal(List.of(), List.of()) : JSON.readValue(json, Journal.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal of " + table.name() + " is damaged", e);
    }
  }

  /** The journal as it should stand, of a table that has a snapshot. */
  static Journal now(org.apache.iceberg.Table table, String night, int keptNights) {
    List<NightEnd> nights = new ArrayList<>(of(table).nights());
    long current = table.currentSnapshot().snapshotId();
    boolean told = nights.stream().anyMatch(end -> end.night().equals(night));
    boolean same = !nights.isEmpty() && nights.get(nights.size() - 1).snapshot() == current;
    if (!told && !same) {
      nights.add(new NightEnd(night, current));
    }
    int from = Math.max(0, nights.size() - keptNights - 1);
    return new Journal(kept(Lake.commits(table)), nights.subList(from, nights.size()));
  }

  /** The newest commits, and older ones that alone hold a note of some name. */
  static List<Lake.Commit> kept(List<Lake.Commit> all) {
    List<Lake.Commit> kept = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Lake.Commit commit : all) {
      boolean newName = names.addAll(commit.notes().keySet());
      if (kept.size() < KEPT || newName) {
        kept.add(commit);
      }
    }
    return kept;
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal is plain text and numbers", e);
    }
  }
}
