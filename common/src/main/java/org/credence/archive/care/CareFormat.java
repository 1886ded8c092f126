package org.credence.archive.care;

import java.io.IOException;
import java.io.InputStream;
import org.credence.archive.framing.CsvRecords;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;

/** Customer Support on Twitter: tweet_id, author_id, inbound, created_at, text, parents. */
public final class CareFormat implements RecordFormat {

  @Override
  public String id() {
    return "care-csv";
  }

  @Override
  public RecordReader open(FileContext file, InputStream in) throws IOException {
    return new CsvRecords(file, in, header -> new CareMapper(header, file.authors()));
  }
}
