package org.credence.archive;

import java.io.IOException;
import java.io.InputStream;
import org.credence.archive.framing.Content;
import org.credence.archive.framing.Members;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * Records of all members of an archive that are of the format. An export holds much else, so a
 * member of another format is one record out of scope; one that breaks is one that is rejected.
 */
final class MemberRecords implements RecordReader {

  private final FileContext file;
  private final RecordFormat format;
  private final Members members;
  private @Nullable RecordReader open;
  private @Nullable InputStream content;
  private String name = "";

  MemberRecords(FileContext file, RecordFormat format, Members members) {
    this.file = file;
    this.format = format;
    this.members = members;
  }

  @Override
  public boolean next(Judged record) throws IOException {
    while (true) {
      RecordReader current = open;
      if (current == null) {
        String found = members.next();
        if (found == null && name.isEmpty()) {
          throw new FileFailure(Cause.EMPTY_FILE);
        }
        if (found == null) {
          return false;
        }
        name = found;
        if (!members.isSafe()) {
          record.begin(found);
          record.reject(Reason.UNSAFE_NAME);
          return true;
        }
      }
      try {
        if ((current == null ? open() : current).next(record)) {
          return true;
        }
        close();
      } catch (FileFailure e) {
        fail(e, record);
        return true;
      }
    }
  }

  private RecordReader open() throws IOException {
    InputStream text = Content.open(members, file.limits());
    content = text;
    RecordReader opened = format.open(file.member(name), text);
    open = opened;
    return opened;
  }

  private void fail(FileFailure failure, Judged record) throws IOException {
    Cause why = failure.why();
    if (why.isOfStorage() || why == Cause.TOO_LARGE) {
      throw failure;
    }
    close();
    record.begin(name);
    switch (why) {
      case OTHER_FORMAT, UNKNOWN_HEADER, JSON_DOCUMENT, BINARY_FILE, HTML_PAGE, EMPTY_FILE ->
          record.outOfScope(why.code());
      default -> record.reject(why.code());
    }
  }

  private void close() throws IOException {
    InputStream text = content;
    open = null;
    content = null;
    if (text != null) {
      text.close();
    }
  }
}
