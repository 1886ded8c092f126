package org.credence.archive.reviews;

import java.io.IOException;
import java.io.InputStream;
import org.credence.archive.framing.CsvRecords;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.record.RecordReader;

/** Reviews with one to five stars, by columns whose names sites and scrapers choose freely. */
public final class ReviewsFormat implements RecordFormat {

  @Override
  public String id() {
    return "reviews-csv";
  }

  @Override
  public RecordReader open(FileContext file, InputStream in) throws IOException {
    return new CsvRecords(
        file,
        in,
        header -> new ReviewMapper(ReviewColumns.of(header), file.authors(), file.source().zone()));
  }
}
