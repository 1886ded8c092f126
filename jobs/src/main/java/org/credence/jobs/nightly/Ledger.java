package org.credence.jobs.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.storage.Storage;

/**
 * What each stage was last done with: {@code runs/ledger.json}, swapped whole after each success.
 *
 * @param stages by the stage's name
 * @param drops drop to its files, as the last ingest saw them
 */
record Ledger(int version, Map<String, Entry> stages, Map<String, DropListing> drops) {

  static final String KEY = "ledger.json";

  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  Ledger {
    stages = Collections.unmodifiableMap(new TreeMap<>(stages));
    drops = Collections.unmodifiableMap(new TreeMap<>(drops));
  }

  /**
   * A stage that was done.
   *
   * @param date what the stage was done up to
   * @param run that did it
   * @param ingredients name to digest of everything that its result depends on
   */
  record Entry(String date, String run, Map<String, String> ingredients) {
    Entry {
      ingredients = Collections.unmodifiableMap(new TreeMap<>(ingredients));
    }
  }

  static Ledger empty() {
    return new Ledger(VERSION, Map.of(), Map.of());
  }

  /** Of a form that this release does not know: as if there were none, so all stages look again. */
  static Ledger read(Storage runs) {
    return runs.read(KEY).flatMap(Ledger::parse).orElseGet(Ledger::empty);
  }

  private static Optional<Ledger> parse(String json) {
    try {
      return Optional.of(JSON.readValue(json, Ledger.class))
          .filter(ledger -> ledger.version() == VERSION);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  void write(Storage runs) {
    try {
      runs.swap(KEY, JSON.writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a ledger of strings is no JSON", e);
    }
  }

  Optional<Entry> of(Step step) {
    return Optional.ofNullable(stages.get(step.id()));
  }

  Ledger with(Step step, Entry entry) {
    Map<String, Entry> next = new TreeMap<>(stages);
    next.put(step.id(), entry);
    return new Ledger(VERSION, next, drops);
  }

  /** Drops that were seen, of dates after one. */
  Map<String, DropListing> dropsAfter(LocalDate date) {
    Map<String, DropListing> later = new TreeMap<>(drops);
    later
        .keySet()
        .removeIf(
            drop -> drop.substring(drop.lastIndexOf('/') + 1).compareTo(date.toString()) <= 0);
    return later;
  }

  Ledger with(Map<String, DropListing> taken) {
    return new Ledger(VERSION, stages, taken);
  }
}
