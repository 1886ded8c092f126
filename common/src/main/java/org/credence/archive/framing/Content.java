package org.credence.archive.framing;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Limits;

/**
 * What is in a file: looks at its first bytes, not at its name, takes the compression off (gzip
 * with any number of members, bzip2 with any number of streams, zstd with windows up to 2 GB) and
 * refuses what is no text.
 */
public final class Content {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_WINDOW = 31;

  private Content() {}

  /**
   * @param file closed with the result
   * @return a text, or {@link Members} where the file is a zip or tar archive
   * @throws FileFailure when it is empty or neither
   */
  public static InputStream open(InputStream file, Limits limits) throws IOException {
    Counted stored = new Counted(file);
    Peeked raw = peek(stored);
    if (Members.isZip(raw.head())) {
      return Members.ofZip(raw, out -> new Bounded(out, stored, limits));
    }
    refuse(raw.head());
    Peeked text = peek(new Bounded(decompress(raw, raw.head()), stored, limits));
    if (Members.isTar(text.head())) {
      return Members.ofTar(text);
    }
    return checked(text);
  }

  /**
   * A member of an archive, which may be compressed itself but is no archive.
   *
   * @throws FileFailure when it is empty or no text
   */
  public static InputStream open(Members member, Limits limits) throws IOException {
    Counted stored = new Counted(member.current());
    Peeked raw = peek(stored);
    refuse(raw.head());
    return checked(peek(new Bounded(decompress(raw, raw.head()), stored, limits)));
  }

  private static Peeked checked(Peeked text) throws FileFailure {
    refuse(text.head());
    refuseOtherThanText(text.head());
    return text;
  }

  private static Peeked peek(InputStream in) throws IOException {
    Peeked peeked = new Peeked(in);
    if (peeked.head().length == 0) {
      throw new FileFailure(Cause.EMPTY_FILE);
    }
    return peeked;
  }

  private static InputStream decompress(InputStream raw, byte[] head) throws IOException {
    try {
      if (startsWith(head, 0x1F, 0x8B)) {
        return new Unpacked(new GzipMembers(raw));
      }
      if (startsWith(head, 'B', 'Z', 'h')) {
        InputStream buffered = new BufferedInputStream(raw, BUFFER);
        return new Unpacked(new ByteByByte(new BZip2CompressorInputStream(buffered, true)));
      }
      if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)) {
        InputStream zstd = new ZstdInputStreamNoFinalizer(raw).setLongMax(LONGEST_WINDOW);
        return new Unpacked(zstd);
      }
      return raw;
    } catch (FileFailure e) {
      throw e;
    } catch (IOException e) {
      throw Unpacked.failure(e);
    }
  }

  private static void refuse(byte[] head) throws FileFailure {
    boolean packed =
        startsWith(head, 0xFD, '7', 'z', 'X', 'Z', 0)
            || startsWith(head, 'P', 'K', 3, 4)
            || startsWith(head, '7', 'z', 0xBC, 0xAF)
            || startsWith(head, 'R', 'a', 'r', '!');
    if (packed) {
      throw new FileFailure(Cause.UNSUPPORTED_COMPRESSION);
    }
  }

  private static void refuseOtherThanText(byte[] head) throws FileFailure {
    for (byte b : head) {
      if (b == 0) {
        throw new FileFailure(Cause.BINARY_FILE);
      }
    }
    String start = new String(head, StandardCharsets.ISO_8859_1).replace("\u00EF\u00BB\u00BF", "");
    String lower = start.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      throw new FileFailure(Cause.HTML_PAGE);
    }
    if (startsWith(head, 'P', 'A', 'R', '1') || startsWith(head, '%', 'P', 'D', 'F')) {
      throw new FileFailure(Cause.BINARY_FILE);
    }
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
