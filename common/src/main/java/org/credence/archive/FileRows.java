package org.credence.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.credence.archive.framing.Content;
import org.credence.archive.framing.Members;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Judged.Verdict;
import org.credence.archive.record.Reason;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file. Whatever is wrong with the file becomes its last row; nothing is thrown.
 */
final class FileRows implements Closeable {

  /** Opens the file in its storage. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  private final FileContext file;
  private final RecordFormat format;
  private final Opener opener;
  private final RowWriter rows;
  private final PostRules rules;
  private final Judged record = new Judged();
  private @Nullable InputStream stored;
  private @Nullable InputStream content;
  private @Nullable RecordReader reader;
  private long line;
  private int ordinal;
  private boolean ended;

  FileRows(FileContext file, RecordFormat format, Opener opener) {
    this.file = file;
    this.format = format;
    this.opener = opener;
    this.rows = new RowWriter(file);
    this.rules = new PostRules(file);
  }

  /** The next row, valid until the one after; null behind the last. */
  @Nullable InternalRow next() {
    if (ended) {
      return null;
    }
    try {
      if (ordinal > 0 && ordinal < record.posts()) {
        return post();
      }
      if (reader().next(record)) {
        line++;
        ordinal = 0;
        return judged();
      }
      ended = true;
      return null;
    } catch (FileFailure e) {
      return failed(e.why());
    } catch (IOException e) {
      return failed(Cause.ofStorage(e));
    }
  }

  private InternalRow failed(Cause why) {
    ended = true;
    return rows.failed(line + 1, why);
  }

  private RecordReader reader() throws IOException {
    RecordReader open = reader;
    if (open == null) {
      InputStream bytes = new StoredInput(opener);
      stored = bytes;
      InputStream text = Content.open(bytes, file.limits());
      content = text;
      open =
          text instanceof Members members
              ? new MemberRecords(file, format, members)
              : format.open(file, text);
      reader = open;
    }
    return open;
  }

  private InternalRow judged() {
    if (record.verdict() == Verdict.POST && record.posts() == 0) {
      record.reject(Reason.UNKNOWN_SHAPE);
    }
    if (record.verdict() == Verdict.POST) {
      return post();
    }
    String reason = record.reason();
    return record.verdict() == Verdict.REJECTED && reason != null
        ? rows.rejected(line, 0, reason, record.excerpt())
        : rows.other(line, record);
  }

  private InternalRow post() {
    int current = ordinal++;
    Reason broken = rules.broken(record.post(current));
    if (broken == null) {
      return rows.post(line, current, record.post(current));
    }
    if (current == 0) {
      // What hangs on a record that is no post is none either.
      ordinal = Integer.MAX_VALUE;
    }
    return rows.rejected(line, current, broken.code(), record.excerpt());
  }

  @Override
  public void close() throws IOException {
    try {
      if (content != null) {
        content.close();
      }
    } finally {
      if (stored != null) {
        stored.close();
      }
    }
  }
}
