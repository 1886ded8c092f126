package org.credence.archive.twitter;

import java.io.InputStream;
import org.credence.archive.framing.JsonLines;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;

/** Twitter v1.1: tweets and stream notices, one JSON object a line. */
public final class TwitterFormat implements RecordFormat {

  @Override
  public String id() {
    return "twitter-v1";
  }

  @Override
  public RecordReader open(FileContext file, InputStream in) {
    return new JsonLines(file, in, new TweetMapper(file.authors()));
  }
}
