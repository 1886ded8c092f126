package org.credence.archive.record;

import java.io.IOException;

/** A file that can't be read, or not to its end; the records before it stand. */
public final class FileFailure extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why; the stable codes of failed files. */
  public enum Cause {
    /** Nothing in it. */
    EMPTY_FILE,
    /** An error or login page that was saved in the place of the data. */
    HTML_PAGE,
    /** Packed in a way that is not read here: xz, zip, 7z, rar. */
    UNSUPPORTED_COMPRESSION,
    /** No text: some other binary file. */
    BINARY_FILE,
    /** The compressed data are damaged. */
    CORRUPT_COMPRESSION,
    /** The compressed data end early. */
    TRUNCATED_FILE,
    /** JSON, where the source holds CSV. */
    JSON_DOCUMENT,
    /** The header names no columns that this format knows. */
    UNKNOWN_HEADER,
    /** The storage would not hand it out; worth another try. */
    STORAGE_FAILURE;

    /** The code in the tables. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Cause why;

  public FileFailure(Cause why) {
    super(why.code());
    this.why = why;
  }

  public FileFailure(Cause why, Throwable because) {
    super(why.code(), because);
    this.why = why;
  }

  public Cause why() {
    return why;
  }
}
