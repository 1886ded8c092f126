package org.credence.cubes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.storage.Storage;
import org.credence.storage.StoredFile;

/**
 * All that lies in the folder of the editions, from one listing: what may go, and its size. The
 * edition that stands, and those of the two newest nights, never go: a reader or a way back may
 * need them.
 */
public final class EditionStock {

  private static final int NIGHT = "YYYY-MM-DD".length();
  private static final int ALWAYS = 2;

  private final Storage storage;
  private final String latest;
  private final Map<String, List<StoredFile>> folders = new TreeMap<>();
  private final List<String> temporary = new ArrayList<>();

  private EditionStock(Storage storage, String latest) {
    this.storage = storage;
    this.latest = latest;
  }

  public static EditionStock of(Storage storage) {
    EditionStock stock =
        new EditionStock(storage, storage.read(Editions.LATEST).map(String::strip).orElse(""));
    storage.list("").forEach(stock::add);
    return stock;
  }

  private void add(StoredFile file) {
    int slash = file.key().indexOf('/');
    String folder = file.key().substring(0, Math.max(0, slash));
    if (folder.matches("\\d{4}-\\d\\d-\\d\\d-.*")) {
      folders.computeIfAbsent(folder, any -> new ArrayList<>()).add(file);
    }
    // A crash amid a swap leaves the file that was to be swapped in.
    if (file.name().endsWith(".tmp")) {
      temporary.add(file.key());
    }
  }

  /** What a crash has left: no reader has ever seen it. */
  public int removeHalfWritten() {
    List<String> half =
        folders.keySet().stream().filter(name -> !isWhole(name) && !name.equals(latest)).toList();
    half.forEach(this::remove);
    temporary.forEach(storage::delete);
    return half.size() + temporary.size();
  }

  private boolean isWhole(String name) {
    String key = name + "/" + Edition.FILE;
    return folders.getOrDefault(name, List.of()).stream().anyMatch(file -> file.key().equals(key));
  }

  /**
   * @param keepNights newest nights whose editions stay
   * @param monthEnds whether the last night of each month stays, too
   * @return names of the editions that are gone
   */
  public List<String> removeOld(int keepNights, boolean monthEnds) {
    Set<String> kept = newestNights(keepNights);
    if (monthEnds) {
      kept.addAll(lastNights());
    }
    return removeAllBut(kept, Long.MAX_VALUE);
  }

  /**
   * Removes oldest editions until so many bytes are free or only those are left that must stay.
   *
   * @param monthEnds whether the last night of each month must stay
   */
  public List<String> free(long bytes, boolean monthEnds) {
    Set<String> kept = newestNights(ALWAYS);
    if (monthEnds) {
      kept.addAll(lastNights());
    }
    return removeAllBut(kept, bytes);
  }

  private List<String> removeAllBut(Set<String> nights, long bytes) {
    List<String> gone = new ArrayList<>();
    long goal = bytes == Long.MAX_VALUE ? Long.MIN_VALUE : bytes() - bytes;
    for (String name : List.copyOf(folders.keySet())) {
      if (bytes() <= goal) {
        break;
      }
      if (!nights.contains(night(name)) && !name.equals(latest)) {
        remove(name);
        gone.add(name);
      }
    }
    return gone;
  }

  /** Its description first: a crash amid this leaves a half-written edition, not one with holes. */
  private void remove(String name) {
    storage.delete(name + "/" + Edition.FILE);
    storage.delete(name);
    folders.remove(name);
  }

  private SortedSet<String> nights() {
    SortedSet<String> nights = new TreeSet<>();
    folders.keySet().forEach(name -> nights.add(night(name)));
    return nights;
  }

  private Set<String> newestNights(int count) {
    List<String> nights = List.copyOf(nights());
    return new HashSet<>(nights.subList(Math.max(0, nights.size() - count), nights.size()));
  }

  private Set<String> lastNights() {
    Map<String, String> byMonth = new TreeMap<>();
    nights().forEach(night -> byMonth.put(night.substring(0, "YYYY-MM".length()), night));
    return new HashSet<>(byMonth.values());
  }

  private static String night(String name) {
    return name.substring(0, NIGHT);
  }

  public int count() {
    return folders.size();
  }

  /** On a local disk, an unchanged month is one file that several editions share. */
  public long bytes() {
    boolean shared = Storage.isLocal(storage.root());
    Set<String> seen = new HashSet<>();
    long bytes = 0;
    for (Map.Entry<String, List<StoredFile>> folder : folders.entrySet()) {
      for (StoredFile file : folder.getValue()) {
        String below = file.key().substring(folder.getKey().length());
        if (!shared || seen.add(below + " " + file.size() + " " + file.version())) {
          bytes += file.size();
        }
      }
    }
    return bytes;
  }
}
