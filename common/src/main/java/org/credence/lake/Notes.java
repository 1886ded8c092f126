package org.credence.lake;

/**
 * Names of the notes that jobs leave in commits for the jobs after them, and of the marks of
 * tables.
 */
public final class Notes {

  /** Of every commit: the ingest whose rows it holds, a whole number that grows. */
  public static final String BATCH = "batch";

  /**
   * Of every commit of a night: fingerprint of the author keys that its keyed values are made with.
   */
  public static final String KEY = "key";

  /** {@code true} when older snapshots hold values of former keys, which must go with them. */
  public static final String REKEYED = "rekeyed";

  /** Days that have gained, changed or lost a row, in the form of {@link DayRanges}. */
  public static final String DAYS = "days";

  /** Of posts: {@code true} when rows were replaced or removed, not only added. */
  public static final String REPLACED = "replaced";

  /** Of mentions: digest of everything but the post that decides what a mention says. */
  public static final String METHODOLOGY = "methodology";

  /** Of posts: how many the commit removed, whose bytes must go with the next upkeep. */
  public static final String ERASED = "erased";

  /** Of parts: the commit of the mentions that they were summed from. */
  public static final String MENTIONS = "mentions";

  /** Mark of posts: before this day, the first of a month, texts are gone for their age. */
  public static final String TEXT_GONE = "text-gone";

  /** Mark of rejected records: before this day they are gone for their age. */
  public static final String REJECTS_GONE = "rejects-gone";

  private Notes() {}
}
