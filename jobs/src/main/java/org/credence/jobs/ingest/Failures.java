package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.not;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.lake.Posts;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * Files of a batch that could not be read to their end. What stands before a damage is taken; of a
 * file that the storage did not hand out nothing is, so that another night takes it whole.
 *
 * @param reasons by path
 */
record Failures(Map<String, String> reasons) {

  static final Failures NONE = new Failures(Map.of());

  Failures {
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
  }

  Optional<String> reason(String file) {
    return Optional.ofNullable(reasons.get(file));
  }

  private Optional<Cause> cause(String file) {
    return reason(file).flatMap(Cause::of);
  }

  boolean unread(String file) {
    return cause(file).map(Cause::isOfStorage).orElse(false);
  }

  /** Paths of files that stay due. */
  Set<String> unread() {
    Set<String> unread = new TreeSet<>(reasons.keySet());
    unread.removeIf(file -> !unread(file));
    return unread;
  }

  /** The records of the files that are taken. */
  Dataset<Row> taken(Dataset<Row> records) {
    Set<String> unread = unread();
    return unread.isEmpty()
        ? records
        : records.filter(not(Posts.FILE.col().isInCollection(unread)));
  }

  /**
   * Where not one file can be read, no file is bad: the storage is away or closed, which is worth a
   * retry. Files that are known to be unreadable don't stop a night again.
   */
  void refuseClosedArchive(List<DueFile> filled, Ledger known, URI archive) {
    boolean allNew =
        filled.stream().noneMatch(due -> !unread(due.file().key()) || known.unread(due));
    if (filled.isEmpty() || !allNew) {
      return;
    }
    String first = filled.get(0).file().key();
    throw new Refusal(
        "Can't read the archive " + archive,
        "of %d files that are due not one could be read, such as %s (%s)"
            .formatted(filled.size(), first, reason(first).orElse("")),
        "Check the rights to read its files, and the storage, then run again; nothing was taken.",
        ExitCode.STORAGE);
  }
}
