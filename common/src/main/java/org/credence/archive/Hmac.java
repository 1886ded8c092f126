package org.credence.archive;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret: HMAC-SHA256 of texts, its first 16 bytes as hexadecimal digits. */
final class Hmac implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final byte[] secret;
  private transient @org.jspecify.annotations.Nullable Mac mac;

  /**
   * @throws IllegalArgumentException when the secret is too short to be one
   */
  Hmac(String secret) {
    if (secret.length() < BYTES) {
      throw new IllegalArgumentException("an author key must have at least 16 characters");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** One thread at a time: the hash function keeps its state. */
  synchronized String of(String value) {
    byte[] hash = mac().doFinal(value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private Mac mac() {
    Mac known = mac;
    if (known == null) {
      try {
        known = Mac.getInstance(ALGORITHM);
        known.init(new SecretKeySpec(secret, ALGORITHM));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
      }
      mac = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "Hmac(hidden)";
  }
}
