package org.credence.jobs.cubes;

/** What one source delivered in the drop of one day. */
record Delivery(
    long files,
    long failed,
    long read,
    long accepted,
    long rejected,
    long duplicates,
    long outOfScope,
    long notices) {

  /** Nothing at all was in it: no delivery of silence, but a gap. */
  boolean empty() {
    return read == 0;
  }

  boolean balances() {
    return read == accepted + rejected + duplicates + outOfScope + notices;
  }
}
