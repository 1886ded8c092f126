package org.credence.archive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.credence.lake.ErasedOnRequest;
import org.credence.settings.Digest;

/**
 * Turns ids and handles into keyed hashes (HMAC-SHA256, first 16 bytes as hexadecimal digits), so
 * that nobody without the key can tell who wrote. Never prints its key.
 *
 * <p>A ring of keys hashes the hash of the key before: {@code HMAC(newest, ... HMAC(oldest, id))}.
 * So what was hashed before a key was added can be brought up to date without the ids, and former
 * keys tell nobody anything without the newest.
 */
public final class AuthorKey implements Serializable {

  /** Environment variable with the newest key: any text of at least 16 characters. */
  public static final String VARIABLE = "CREDENCE_AUTHOR_KEY";

  /**
   * Environment variable with the keys before it, one a line, oldest first; mostly there is none.
   */
  public static final String BEFORE = "CREDENCE_AUTHOR_KEYS_BEFORE";

  private static final long serialVersionUID = 1L;
  private static final String FINGERPRINT = "fingerprint";

  private final ArrayList<Hmac> ring = new ArrayList<>();

  public AuthorKey(String secret) {
    this(List.of(), secret);
  }

  /**
   * @param before keys before the newest, oldest first
   * @throws IllegalArgumentException when one is too short, or there twice
   */
  public AuthorKey(List<String> before, String newest) {
    List<String> secrets = new ArrayList<>(before);
    secrets.add(newest);
    if (secrets.stream().distinct().count() < secrets.size()) {
      throw new IllegalArgumentException("an author key can't come after itself");
    }
    secrets.forEach(secret -> ring.add(new Hmac(secret)));
  }

  /** How many keys there are. */
  public int size() {
    return ring.size();
  }

  /** Keyed hash of the platform's own id of an author. */
  public String author(String platform, String id) {
    return hashed(nameOfAuthor(platform, id), 0, size());
  }

  /** Keyed hash of a handle, in any case, with or without a leading @. */
  public String handle(String platform, String handle) {
    return hashed(nameOfHandle(platform, handle), 0, size());
  }

  /** Keyed hash of a post, for tombstones. */
  public String post(String platform, String postId) {
    return hashed(nameOfPost(platform, postId), 0, size());
  }

  /** As {@link #marks} of an author's id. */
  public List<String> authorMarks(String platform, String id) {
    return marks(nameOfAuthor(platform, id));
  }

  /** As {@link #marks} of a handle. */
  public List<String> handleMarks(String platform, String handle) {
    return marks(nameOfHandle(platform, handle));
  }

  /** As {@link #marks} of a post. */
  public List<String> postMarks(String platform, String postId) {
    return marks(nameOfPost(platform, postId));
  }

  /**
   * What may stand for a name in {@link ErasedOnRequest}: one mark for each key that was the newest
   * when it came there, the one of today last. Only the last can be told from the keyed hash.
   */
  private List<String> marks(String name) {
    List<String> marks = new ArrayList<>();
    String hash = name;
    for (int keys = 1; keys <= size(); keys++) {
      hash = hashed(hash, keys - 1, keys);
      marks.add(renewed(ErasedOnRequest.hidden(hash), keys));
    }
    return marks;
  }

  /**
   * A keyed hash, or a mark, as the whole ring has it.
   *
   * @param keys that made it, from the oldest
   */
  public String renewed(String hash, int keys) {
    return hashed(hash, keys, size());
  }

  /** Tells rings apart without giving anything away: what a table was keyed with. */
  public String fingerprint() {
    return fingerprint(size());
  }

  /** Fingerprint of the oldest key, which stays when keys are added. */
  public String origin() {
    return fingerprint(1);
  }

  /**
   * How many keys of this ring, from the oldest, have a fingerprint; empty when it is of another.
   *
   * @param fingerprint none where an older release wrote, which knew one key
   */
  public OptionalInt keysOf(Optional<String> fingerprint) {
    String known = fingerprint.orElseGet(this::origin);
    return IntStream.rangeClosed(1, size())
        .filter(keys -> fingerprint(keys).equals(known))
        .findFirst();
  }

  private String fingerprint(int keys) {
    return Digest.brief(hashed(FINGERPRINT, 0, keys));
  }

  private String hashed(String value, int from, int to) {
    String hash = value;
    for (Hmac key : ring.subList(from, to)) {
      hash = key.of(hash);
    }
    return hash;
  }

  private static String nameOfAuthor(String platform, String id) {
    return platform + ":" + id;
  }

  private static String nameOfHandle(String platform, String handle) {
    String bare = handle.startsWith("@") ? handle.substring(1) : handle;
    return platform + ":" + bare.toLowerCase(Locale.ROOT);
  }

  private static String nameOfPost(String platform, String postId) {
    return "post:" + platform + ":" + postId;
  }

  @Override
  public String toString() {
    return "AuthorKey(hidden)";
  }
}
