package org.credence.jobs.ingest;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.lake.Coverage;
import org.credence.lake.Field;
import org.credence.lake.Posts;

/**
 * What became of the records of one file: a row of coverage but for the batch. Counts that do not
 * add up are a bug, never a finding about the data.
 *
 * @param failure why the file could not be read to its end
 */
record FileAccount(
    TakenFile taken,
    LocalDate drop,
    long read,
    long accepted,
    long rejected,
    long duplicates,
    long outOfScope,
    long notices,
    Optional<String> failure) {

  FileAccount {
    long judged = accepted + rejected + duplicates + outOfScope + notices;
    if (read != judged || accepted < 0) {
      throw new IllegalStateException(
          "%s: %d records read, but %d accepted, %d rejected, %d duplicates, %d out of scope, %d notices"
              .formatted(taken.key(), read, accepted, rejected, duplicates, outOfScope, notices));
    }
  }

  static FileAccount empty(DueFile due) {
    return new FileAccount(due.taken(), due.drop(), 0, 0, 0, 0, 0, 0, Optional.empty());
  }

  /**
   * @param tally row of {@link Accounting#TALLY}
   * @param duplicates records of the file that brought a known post
   */
  static FileAccount of(DueFile due, Row tally, long duplicates, Optional<String> failure) {
    return new FileAccount(
        due.taken(),
        due.drop(),
        number(tally, Coverage.READ),
        number(tally, Accounting.WITH_POST) - duplicates,
        number(tally, Coverage.REJECTED),
        duplicates,
        number(tally, Coverage.OUT_OF_SCOPE),
        number(tally, Coverage.NOTICES),
        failure);
  }

  /**
   * @param row of coverage
   */
  static FileAccount of(Row row) {
    return new FileAccount(
        new TakenFile(
            text(row, Posts.SOURCE),
            text(row, Posts.FILE),
            number(row, Coverage.SIZE),
            text(row, Coverage.VERSION)),
        row.getDate(row.fieldIndex(Posts.DROP.column())).toLocalDate(),
        number(row, Coverage.READ),
        number(row, Coverage.ACCEPTED),
        number(row, Coverage.REJECTED),
        number(row, Coverage.DUPLICATES),
        number(row, Coverage.OUT_OF_SCOPE),
        number(row, Coverage.NOTICES),
        Optional.ofNullable(row.getAs(Coverage.FAILURE.column())));
  }

  /** The same, of a file that could not be read again. */
  FileAccount failing(String reason) {
    return new FileAccount(
        taken,
        drop,
        read,
        accepted,
        rejected,
        duplicates,
        outOfScope,
        notices,
        Optional.of(reason));
  }

  boolean failed() {
    return failure.isPresent();
  }

  /** Whether the storage did not hand the file out: it was not taken as it is, and stays due. */
  boolean unread() {
    return failure.flatMap(Cause::of).map(Cause::isOfStorage).orElse(false);
  }

  /** A row of coverage. */
  Row toRow(long batch) {
    return RowFactory.create(
        taken.source(),
        java.sql.Date.valueOf(drop),
        taken.key(),
        taken.size(),
        taken.version(),
        read,
        accepted,
        rejected,
        duplicates,
        outOfScope,
        notices,
        failure.orElse(null),
        batch);
  }

  private static long number(Row row, Field field) {
    return row.getLong(row.fieldIndex(field.column()));
  }

  private static String text(Row row, Field field) {
    return row.getString(row.fieldIndex(field.column()));
  }
}
