package org.credence.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of the text forms of values: the same values give the same digest on every machine. */
public final class Digest {

  private Digest() {}

  /**
   * @param parts records, strings, numbers and sorted collections of them, whose text form is
   *     stable
   * @return 64 hexadecimal digits
   */
  public static String of(Object... parts) {
    MessageDigest sha256 = sha256();
    for (Object part : parts) {
      sha256.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** The first 12 digits of {@link #of}: enough to name a version. */
  public static String brief(Object... parts) {
    return of(parts).substring(0, 12);
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
