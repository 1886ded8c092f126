package org.credence.lake;

/** Names of the notes that jobs leave in commits for the jobs after them. */
public final class Notes {

  /** Of every commit: the ingest whose rows it holds, a whole number that grows. */
  public static final String BATCH = "batch";

  /** Days that have gained, changed or lost a row, in the form of {@link DayRanges}. */
  public static final String DAYS = "days";

  /** Of posts: {@code true} when rows were replaced or removed, not only added. */
  public static final String REPLACED = "replaced";

  /** Of mentions: digest of everything but the post that decides what a mention says. */
  public static final String METHODOLOGY = "methodology";

  private Notes() {}
}
