package org.credence.text;

import java.util.Arrays;

/**
 * What {@link PhraseMatcher} found in one post. Reused without garbage: one instance per thread.
 */
public final class PhraseHits {

  private int[] ids = new int[16];
  private int size;

  public int size() {
    return size;
  }

  /** Number of a found phrase, as given when it was added. */
  public int id(int hit) {
    return ids[hit];
  }

  public void clear() {
    size = 0;
  }

  /** Sorts the numbers and keeps each once. */
  public void sortDistinct() {
    Arrays.sort(ids, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || ids[kept - 1] != ids[i]) {
        ids[kept++] = ids[i];
      }
    }
    size = kept;
  }

  void add(int[] more) {
    if (size + more.length > ids.length) {
      ids = Arrays.copyOf(ids, 2 * (size + more.length));
    }
    System.arraycopy(more, 0, ids, size, more.length);
    size += more.length;
  }
}
