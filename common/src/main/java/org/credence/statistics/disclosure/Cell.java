package org.credence.statistics.disclosure;

/**
 * A cell that may be published.
 *
 * @param key its coordinates, unique
 * @param people distinct people behind it
 * @param value what it counts, e.g. posts: posts without an author have no people
 */
public record Cell<K>(K key, long people, long value) {

  public Cell {
    if (people < 0 || value < 0) {
      throw new IllegalArgumentException("below zero: " + key);
    }
  }

  /** Nothing happened here: zero is a number that anybody may know. */
  boolean isEmpty() {
    return people == 0 && value == 0;
  }
}
