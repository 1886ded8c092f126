package org.credence.jobs.simulate;

import java.time.Instant;

/** Gives ids as the platforms do; no id is given twice. */
final class Ids {

  private static final long SNOWFLAKE_EPOCH_MS = 1_288_834_974_657L;

  private long given;

  /**
   * A Twitter id: milliseconds since its epoch, then 22 bits that tell tweets of one moment apart.
   */
  String tweet(Instant time) {
    long since = time.toEpochMilli() - SNOWFLAKE_EPOCH_MS;
    return Long.toString((since << 22) | (next() & 0x3fffff));
  }

  /** The small running number of the Customer Support on Twitter data. */
  String care() {
    return Long.toString(4_000_000 + next());
  }

  String status(Firm firm) {
    return firm.pageId() + "_" + (10_150_000_000_000_000L + next() * 37);
  }

  /** 24 hexadecimal digits that begin with the time, as review sites give them. */
  String review(Instant time) {
    return "%08x%016x".formatted(time.getEpochSecond(), 0x4e0a_0000_0000_0000L + next() * 7919);
  }

  private long next() {
    return given++;
  }
}
