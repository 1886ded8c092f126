package org.credence.archive.record;

import java.io.Serializable;
import org.credence.settings.CredenceSettings;

/**
 * How much of a file is read.
 *
 * @param record bytes that a record may have
 * @param unpacked bytes that a file may have when all compression is off
 * @param ratio how many times its size a file may unpack to
 */
public record Limits(int record, long unpacked, int ratio) implements Serializable {

  private static final int MEGABYTE = 20;
  private static final int GIGABYTE = 30;

  public static Limits of(CredenceSettings.Reading reading) {
    return new Limits(
        reading.recordMb() << MEGABYTE, (long) reading.unpackedGb() << GIGABYTE, reading.ratio());
  }
}
