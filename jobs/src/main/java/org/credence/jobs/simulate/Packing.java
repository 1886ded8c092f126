package org.credence.jobs.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** How a file is packed: archives change their habits over the years. */
enum Packing {
  PLAIN(""),
  GZIP(".gz"),
  BZIP2(".bz2");

  private final String suffix;

  Packing(String suffix) {
    this.suffix = suffix;
  }

  static Packing of(Source source, LocalDate drop) {
    return switch (source) {
      case TWITTER ->
          switch (Math.floorMod(drop.toEpochDay(), 30)) {
            case 3 -> BZIP2;
            case 7, 13, 19, 28 -> PLAIN;
            default -> GZIP;
          };
      case CARE, PANEL -> GZIP;
      case FACEBOOK, REVIEWS -> PLAIN;
    };
  }

  String suffix() {
    return suffix;
  }

  OutputStream over(OutputStream out) throws IOException {
    return switch (this) {
      case PLAIN -> out;
      case GZIP -> new BufferedOutputStream(new GZIPOutputStream(out, 1 << 16), 1 << 16);
      case BZIP2 -> new BufferedOutputStream(new BZip2CompressorOutputStream(out, 1), 1 << 16);
    };
  }

  /** Lines of bz2 stream grabs end as Twitter sent them. */
  byte[] lineEnd() {
    return this == BZIP2 ? new byte[] {'\r', '\n'} : new byte[] {'\n'};
  }
}
