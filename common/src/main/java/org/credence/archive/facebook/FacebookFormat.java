package org.credence.archive.facebook;

import java.io.IOException;
import java.io.InputStream;
import org.credence.archive.framing.CsvRecords;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;

/**
 * Exports of Facebook pages: {@code PAGE_facebook_statuses.csv} with posts, {@code
 * PAGE_facebook_comments.csv} with comments.
 */
public final class FacebookFormat implements RecordFormat {

  @Override
  public String id() {
    return "facebook-page-csv";
  }

  @Override
  public RecordReader open(FileContext file, InputStream in) throws IOException {
    return new CsvRecords(
        file,
        in,
        header -> {
          if (header.has("comment_id")) {
            return new CommentMapper(header, file);
          }
          if (header.has("status_id") && header.has("status_published")) {
            return new StatusMapper(header, file);
          }
          throw new FileFailure(Cause.UNKNOWN_HEADER);
        });
  }
}
