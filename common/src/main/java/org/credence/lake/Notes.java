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

  /** Of mentions: id of the methodology by which new days are scored. */
  public static final String METHODOLOGY = "methodology";

  /**
   * Of mentions: which methodology scored which days, in the form of {@link Eras}; only in commits
   * that change it.
   */
  public static final String ERAS = "eras";

  /**
   * Of posts and their days: how many the commit removed, whose bytes must go with the next upkeep.
   */
  public static final String ERASED = "erased";

  /** Of posts: {@code true} when the index of their days holds every post of the commit. */
  public static final String INDEXED = "indexed";

  /** Of post days: the commit of the posts that all of them were made from. */
  public static final String POSTS = "posts";

  /** Of parts and topics: the commit of the mentions that they were made from. */
  public static final String MENTIONS = "mentions";

  /** Of the topics of posts: the first day whose posts may have one; absent when none may. */
  public static final String SINCE = "since";

  /** Of the memories of topics: the night that is remembered, with its settings. */
  public static final String NIGHT = "night";

  /** Mark of posts: before this day, the first of a month, texts are gone for their age. */
  public static final String TEXT_GONE = "text-gone";

  /** Mark of rejected records: before this day they are gone for their age. */
  public static final String REJECTS_GONE = "rejects-gone";

  private Notes() {}
}
