package org.credence.statistics.disclosure;

/**
 * A cell that may be published.
 *
 * @param key its coordinates, unique
 * @param people distinct people behind it
 * @param value what it counts, e.g. posts: posts without an author have no people
 * @param since when it is published first, in any unit: what readers have seen by then can't be
 *     hidden any more
 */
public record Cell<K>(K key, long people, long value, long since) {

  public Cell {
    if (people < 0 || value < 0) {
      throw new IllegalArgumentException("below zero: " + key);
    }
  }

  /** One of cells that are all published at once. */
  public Cell(K key, long people, long value) {
    this(key, people, value, 0);
  }

  /** Nothing happened here: zero is a number that anybody may know. */
  boolean isEmpty() {
    return people == 0 && value == 0;
  }
}
