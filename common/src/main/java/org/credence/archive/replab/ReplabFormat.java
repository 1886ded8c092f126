package org.credence.archive.replab;

import java.io.InputStream;
import org.credence.archive.framing.JsonLines;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;

/** RepLab 2013, one object a line. */
public final class ReplabFormat implements RecordFormat {

  @Override
  public String id() {
    return "replab";
  }

  @Override
  public RecordReader open(FileContext file, InputStream in) {
    return new JsonLines(file, in, new ReplabMapper(file.authors()));
  }
}
