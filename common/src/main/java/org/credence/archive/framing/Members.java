package org.credence.archive.framing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files in a zip or tar archive, one after the other as they lie there; reads the current one.
 * Nothing is written anywhere, whatever the names say.
 */
public final class Members extends FilterInputStream {

  private static final int TAR_MAGIC = 257;

  private final ArchiveInputStream<? extends ArchiveEntry> archive;
  private @Nullable ArchiveEntry entry;

  private Members(ArchiveInputStream<? extends ArchiveEntry> archive, InputStream content) {
    super(content);
    this.archive = archive;
  }

  static boolean isZip(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  static boolean isTar(byte[] head) {
    return head.length > TAR_MAGIC + 5
        && new String(head, TAR_MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  static Members ofZip(InputStream in, UnaryOperator<InputStream> bounds) {
    ZipArchiveInputStream zip =
        new ZipArchiveInputStream(in, StandardCharsets.UTF_8.name(), true, true);
    return new Members(zip, bounds.apply(new Unpacked(zip)));
  }

  static Members ofTar(InputStream in) {
    TarArchiveInputStream tar = new TarArchiveInputStream(in);
    return new Members(tar, new Unpacked(tar));
  }

  /**
   * Goes on to the next member; folders are passed over.
   *
   * @return its name, or null behind the last
   */
  public @Nullable String next() throws IOException {
    try {
      do {
        entry = archive.getNextEntry();
      } while (entry != null && entry.isDirectory());
      return entry == null ? null : entry.getName();
    } catch (IOException | RuntimeException e) {
      throw e instanceof org.credence.archive.record.FileFailure failure
          ? failure
          : Unpacked.failure(e);
    }
  }

  /** Whether the current member is a file whose name stays inside the archive. */
  public boolean isSafe() {
    ArchiveEntry current = entry;
    if (current == null) {
      return false;
    }
    String name = current.getName();
    boolean link =
        current instanceof TarArchiveEntry tar
                && (!tar.isFile() || tar.isLink() || tar.isSymbolicLink())
            || current instanceof ZipArchiveEntry zip && zip.isUnixSymlink();
    boolean outside = name.matches("(?:.*[/\\\\])?[.][.](?:[/\\\\].*)?|[/\\\\].*|[A-Za-z]:.*");
    return !link && !outside;
  }

  /** The bytes of the current member; closing them closes nothing. */
  InputStream current() {
    return new FilterInputStream(this) {
      @Override
      public void close() {}
    };
  }
}
