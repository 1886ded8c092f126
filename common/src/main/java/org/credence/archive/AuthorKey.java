package org.credence.archive;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.credence.settings.Digest;

/**
 * Turns ids and handles into keyed hashes (HMAC-SHA256, first 16 bytes as hexadecimal digits), so
 * that nobody without the key can tell who wrote. Never prints its key.
 */
public final class AuthorKey implements Serializable {

  /** Environment variable with the key: any text of at least 16 characters. */
  public static final String VARIABLE = "CREDENCE_AUTHOR_KEY";

  private static final long serialVersionUID = 1L;
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 16;

  private final byte[] secret;
  private transient @org.jspecify.annotations.Nullable Mac mac;

  public AuthorKey(String secret) {
    if (secret.length() < BYTES) {
      throw new IllegalArgumentException("the author key must have at least 16 characters");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** Keyed hash of the platform's own id of an author. */
  public String author(String platform, String id) {
    return keyed(platform + ":" + id);
  }

  /** Keyed hash of a handle, in any case, with or without a leading @. */
  public String handle(String platform, String handle) {
    String bare = handle.startsWith("@") ? handle.substring(1) : handle;
    return keyed(platform + ":" + bare.toLowerCase(Locale.ROOT));
  }

  /** Keyed hash of a post, for tombstones. */
  public String post(String platform, String postId) {
    return keyed("post:" + platform + ":" + postId);
  }

  /** Tells keys apart without giving anything away: part of what a lake was made with. */
  public String fingerprint() {
    return Digest.brief(keyed("fingerprint"));
  }

  /** One thread at a time: the hash function keeps its state. */
  private synchronized String keyed(String value) {
    byte[] hash = mac().doFinal(value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private Mac mac() {
    Mac known = mac;
    if (known == null) {
      try {
        known = Mac.getInstance(HMAC);
        known.init(new SecretKeySpec(secret, HMAC));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has " + HMAC, e);
      }
      mac = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "AuthorKey(hidden)";
  }
}
