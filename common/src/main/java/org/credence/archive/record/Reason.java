package org.credence.archive.record;

import java.util.Locale;

/** Why a record is no post: the stable codes of rejected records and of records out of scope. */
public enum Reason {
  /** The record is longer than the limit; the rest of it was skipped without being held. */
  TOO_LONG,
  /** The line is no whole JSON object. */
  BROKEN_JSON,
  /** A row of a CSV file has more or fewer cells than its header. */
  TORN_ROW,
  /** A quoted cell is never closed; reading went on after the first line of the row. */
  UNCLOSED_QUOTE,
  /** A whole JSON object, but nothing that this format knows. */
  UNKNOWN_SHAPE,
  /** The name of a member of an archive leads out of it, or it is a link. */
  UNSAFE_NAME,
  MISSING_ID,
  /** What stands in the place of the id can't be one: cells or fields have shifted. */
  UNREADABLE_ID,
  MISSING_TIME,
  /** What stands in the place of the time is none, or is relative ("2 days ago"). */
  UNREADABLE_TIME,
  /** Before 2004, or later than a day after the drop. */
  IMPLAUSIBLE_TIME,
  MISSING_TEXT,
  /** Out of scope: a page of a source, with nothing on it. */
  NO_RECORDS,
  /** Out of scope: the platform withholds the post everywhere, or for copyright. */
  WITHHELD;

  /** The code in the tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
