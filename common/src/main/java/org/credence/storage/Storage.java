package org.credence.storage;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * One folder of a file system or object store. Keys are paths below it, with slashes.
 *
 * <p>Failures are {@link org.credence.settings.Refusal}s with the exit code of storage, worth a
 * retry.
 */
public interface Storage {

  /** Opens the folder, which need not exist yet. */
  static Storage of(URI root, Configuration hadoop) {
    return switch (String.valueOf(root.getScheme())) {
      case "file" -> new LocalStorage(root);
      case "s3a" -> new S3Storage(root, hadoop);
      default -> new HadoopStorage(root, hadoop);
    };
  }

  static boolean isLocal(URI root) {
    return "file".equals(root.getScheme());
  }

  /** Opens a folder of the local disk, for which no class of Hadoop is needed. */
  static Storage local(URI root) {
    return new LocalStorage(root);
  }

  URI root();

  /** The address of a key, as Spark takes it. */
  default String uri(String key) {
    String base = root().toString();
    return base.endsWith("/") ? base + key : base + "/" + key;
  }

  /** The files below a folder at any depth, sorted by key, or the file itself; none when absent. */
  List<StoredFile> list(String folder);

  /** The content of a small object, whole, also while somebody swaps it. */
  Optional<String> read(String key);

  /** Replaces a small object: a reader sees the old or the new content, never a part. */
  void swap(String key, String content);

  /** Creates a small object; true for exactly one of any number of callers. */
  boolean createIfAbsent(String key, String content);

  /** Copies a file without streaming it through this process where the storage can. */
  void copy(String from, String to);

  /** Renames a file; on an object store a copy and a delete. */
  void move(String from, String to);

  /** Deletes a file, or a folder with all that is in it; nothing happens when it is absent. */
  void delete(String key);
}
