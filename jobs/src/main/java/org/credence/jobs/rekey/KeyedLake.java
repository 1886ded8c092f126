package org.credence.jobs.rekey;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.credence.archive.AuthorKey;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.lake.ScrubbedPlaces;
import org.credence.lake.Table;
import org.credence.lake.Upkeep;
import org.credence.lake.erasure.ErasureRequest;
import org.credence.lake.erasure.ErasureRequests;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;

/**
 * How many keys of a ring, from the oldest, have hashed each table of a lake: its newest commit
 * that notes a fingerprint tells. Where none does an older release wrote all of it, which knew one
 * key: the oldest of the ring.
 *
 * @param tables those that were ever written, in the order in which they are re-keyed
 * @param ring keys that there are now
 */
public record KeyedLake(Map<Table, Integer> tables, int ring) {

  /** Parts come after the mentions that they are summed from. */
  private static final List<Table> KEYED =
      List.of(
          Posts.TABLE,
          Mentions.TABLE,
          Parts.TABLE,
          Erasures.TABLE,
          ErasedOnRequest.TABLE,
          ScrubbedPlaces.TABLE);

  public KeyedLake {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /**
   * @param runs with the requests to erase that wait
   * @throws Refusal when something was hashed with a key that the ring does not have
   */
  public static KeyedLake of(Lake lake, Storage runs, AuthorKey key) {
    Map<Table, Integer> tables = new LinkedHashMap<>();
    for (Table table : KEYED) {
      List<Lake.Commit> commits = lake.commits(table);
      if (!commits.isEmpty()) {
        int keys = key.keysOf(fingerprint(commits)).orElseThrow(() -> otherKey(table));
        tables.put(table, keys);
      }
    }
    for (ErasureRequest request : new ErasureRequests(runs).requested()) {
      if (key.keysOf(request.fingerprint()).isEmpty()) {
        throw otherKey(request, runs.root());
      }
    }
    return new KeyedLake(tables, key.size());
  }

  private static Optional<String> fingerprint(List<Lake.Commit> commits) {
    return commits.stream()
        .map(commit -> commit.notes().getOrDefault(Notes.KEY, ""))
        .filter(noted -> !noted.isEmpty())
        .findFirst();
  }

  /** Whether a run was broken off before the upkeep removed what former keys have hashed. */
  public static boolean holdsFormer(Lake lake) {
    return KEYED.stream()
        .flatMap(table -> Upkeep.of(lake, table).stream())
        .anyMatch(Upkeep::holdsFormerKeys);
  }

  /** Tables that lack a key. */
  public List<Table> due() {
    List<Table> due = new ArrayList<>(tables.keySet());
    due.removeIf(table -> tables.getOrDefault(table, ring) == ring);
    return due;
  }

  /**
   * For a night, whose rows must not stand beside rows that were hashed otherwise.
   *
   * @throws Refusal when a table lacks a key
   */
  public void refuseFormerKeys() {
    List<Table> due = due();
    if (!due.isEmpty()) {
      throw Refusal.configuration(
          "The lake is not keyed with the newest author key yet",
          "without it were hashed: " + names(due),
          due.size() < tables.size()
              ? "Run credence rekey again: it goes on where it was broken off."
              : "Run credence rekey once, or take the newest key out of the ring.");
    }
  }

  static String names(List<Table> tables) {
    return tables.stream().map(Table::name).collect(Collectors.joining(", "));
  }

  private static Refusal otherKey(Table table) {
    return Refusal.configuration(
        "The lake was keyed otherwise",
        "no key of this run has hashed its table " + table.name(),
        "Give the key of the nights before in %s; to add a key, give the former ones in %s, oldest first, and run credence rekey."
            .formatted(AuthorKey.VARIABLE, AuthorKey.BEFORE));
  }

  private static Refusal otherKey(ErasureRequest request, URI runs) {
    return Refusal.configuration(
        "The request to erase %s can't be followed".formatted(request.id()),
        "it was hashed with another author key than this run has",
        "Give that key, or remove the request from %s/erasures/requested and ask again."
            .formatted(runs.toString().replaceFirst("/$", "")));
  }
}
