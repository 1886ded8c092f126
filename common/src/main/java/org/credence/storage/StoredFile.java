package org.credence.storage;

/**
 * A file as it is now.
 *
 * @param key path below the storage's root, with slashes
 * @param size in bytes
 * @param version changes whenever the content does: an etag, or the time of the last change
 */
public record StoredFile(String key, long size, String version) {

  /** The last part of the path. */
  public String name() {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}
