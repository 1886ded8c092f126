package org.credence.text;

/** Token hash to number, open addressing, no boxing. */
final class TokenTable {

  private long[] keys = new long[1 << 10];
  private float[] values = new float[1 << 10];
  private int size;

  /** The value of a token, 0 when it is absent. */
  float get(long key) {
    return values[slot(key)];
  }

  void putIfAbsent(long key, float value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      values[slot] = value;
      size++;
    }
  }

  /** Of the key, or the free one where it would go. A hash of 0 does not occur in our lists. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    float[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new float[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
