package org.credence.jobs.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the records of one source in this batch. */
public record SourceCounts(
    long files,
    long read,
    long accepted,
    long rejected,
    long duplicates,
    long outOfScope,
    long notices) {

  static final SourceCounts NONE = new SourceCounts(0, 0, 0, 0, 0, 0, 0);

  SourceCounts plus(FileAccount file) {
    return new SourceCounts(
        files + 1,
        read + file.read(),
        accepted + file.accepted(),
        rejected + file.rejected(),
        duplicates + file.duplicates(),
        outOfScope + file.outOfScope(),
        notices + file.notices());
  }

  SourceCounts plus(SourceCounts other) {
    return new SourceCounts(
        files + other.files,
        read + other.read,
        accepted + other.accepted,
        rejected + other.rejected,
        duplicates + other.duplicates,
        outOfScope + other.outOfScope,
        notices + other.notices);
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("files", files);
    figures.put("read", read);
    figures.put("accepted", accepted);
    figures.put("rejected", rejected);
    figures.put("duplicates", duplicates);
    figures.put("out_of_scope", outOfScope);
    figures.put("notices", notices);
    return figures;
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d records in %,d files: %,d accepted, %,d rejected, %,d duplicates, %,d out of scope,"
            + " %,d notices",
        read,
        files,
        accepted,
        rejected,
        duplicates,
        outOfScope,
        notices);
  }
}
