package org.credence.archive.record;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A file that can't be read, or not to its end; the records before it stand. */
public final class FileFailure extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why; the stable codes of failed files. */
  public enum Cause {
    EMPTY_FILE("nothing is in it; deliver it again"),
    HTML_PAGE("an error or login page was saved in its place; deliver it again"),
    UNSUPPORTED_COMPRESSION(
        "it is packed as xz, 7z or rar, or twice; deliver it as gz, bz2, zst, zip or tar"),
    TOO_LARGE(
        "it unpacks to more than reading.unpacked-gb or reading.ratio allow; if it is sound, raise"
            + " them"),
    BINARY_FILE("it is no text; check what is delivered there"),
    CORRUPT_COMPRESSION("its compressed data are damaged; deliver it again"),
    TRUNCATED_FILE("its compressed data end early; deliver it again"),
    JSON_DOCUMENT("it is JSON where the source holds CSV; check format in sources.yaml"),
    OTHER_FORMAT("its records are none of this format; check format in sources.yaml"),
    BROKEN_DOCUMENT("its JSON or XML is broken or cut off there; deliver it again"),
    UNKNOWN_HEADER("its header names no columns of this format; check format in sources.yaml"),
    ACCESS_DENIED("this user may not read it; give the right to read it, it stays due"),
    FILE_GONE("it went away before it was read; put it back, it stays due"),
    STORAGE_FAILURE("the storage would not hand it out; it stays due");

    private static final Set<Cause> OF_STORAGE = Set.of(ACCESS_DENIED, FILE_GONE, STORAGE_FAILURE);

    private final String advice;

    Cause(String advice) {
      this.advice = advice;
    }

    /** What was thrown by a storage. S3A and java.nio tell by type, java.io by its message. */
    public static Cause ofStorage(Throwable thrown) {
      String message = String.valueOf(thrown.getMessage());
      if (thrown instanceof AccessDeniedException || message.contains("Permission denied")) {
        return ACCESS_DENIED;
      }
      return thrown instanceof FileNotFoundException || thrown instanceof NoSuchFileException
          ? FILE_GONE
          : STORAGE_FAILURE;
    }

    public static Optional<Cause> of(String code) {
      return Arrays.stream(values()).filter(cause -> cause.code().equals(code)).findFirst();
    }

    /** Whether the storage is at fault and not what is in the file: another try may succeed. */
    public boolean isOfStorage() {
      return OF_STORAGE.contains(this);
    }

    /** The code in the tables. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What it means and what to do, for a person. */
    public String advice() {
      return advice;
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
