package org.credence.jobs.nightly;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.credence.settings.Digest;
import org.credence.settings.Settings;

/**
 * Which build of Credence runs.
 *
 * @param release version of the product, {@code development} outside a jar
 * @param digest of the content of the product's jars: another build of the same release differs
 */
public record CodeVersion(String release, String digest) {

  public static CodeVersion current() {
    Package product = CodeVersion.class.getPackage();
    String release = Objects.requireNonNullElse(product.getImplementationVersion(), "development");
    String digests =
        jar(Settings.class).map(CodeVersion::digest).orElse("")
            + jar(CodeVersion.class).map(CodeVersion::digest).orElse("");
    return new CodeVersion(release, Digest.brief(digests));
  }

  /** The jars of the product itself, common first. */
  public static List<Path> jars() {
    return List.of(Settings.class, CodeVersion.class).stream()
        .flatMap(home -> jar(home).stream())
        .toList();
  }

  private static Optional<Path> jar(Class<?> home) {
    CodeSource source = home.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds an address that is none", e);
    }
  }

  private static String digest(Path jar) {
    MessageDigest sha256 = Digest.sha256();
    try (InputStream in = Files.newInputStream(jar)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the running jar " + jar + " can't be read", e);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  @Override
  public String toString() {
    return release + " (" + digest + ")";
  }
}
