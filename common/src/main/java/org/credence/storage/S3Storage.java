package org.credence.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A prefix of a bucket. Small objects go through the client of S3A itself: the same endpoint,
 * credentials and retries, but conditional puts and reads that survive a swap.
 */
final class S3Storage extends HadoopStorage {

  private static final int COPIES = 4;
  private static final int PRECONDITION_FAILED = 412;

  S3Storage(URI uri, Configuration hadoop) {
    super(uri, hadoop);
  }

  private S3Client client() throws IOException {
    S3AFileSystem fileSystem = (S3AFileSystem) fileSystem();
    return fileSystem.getS3AInternals().getAmazonS3Client("credence storage");
  }

  private String bucket() {
    return root().getAuthority();
  }

  private String object(String key) {
    return path(key).toUri().getPath().substring(1);
  }

  @Override
  String version(FileStatus status) {
    String etag = status instanceof EtagSource source ? source.getEtag() : null;
    return etag == null ? super.version(status) : etag.replace("\"", "");
  }

  @Override
  public Optional<String> read(String key) {
    try {
      return Optional.of(
          client()
              .getObjectAsBytes(request -> request.bucket(bucket()).key(object(key)))
              .asUtf8String());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (IOException | SdkException e) {
      throw StorageFailure.of("read", root(), key, e);
    }
  }

  @Override
  public void swap(String key, String content) {
    try {
      client()
          .putObject(
              request -> request.bucket(bucket()).key(object(key)),
              RequestBody.fromString(content));
    } catch (IOException | SdkException e) {
      throw StorageFailure.of("write", root(), key, e);
    }
  }

  @Override
  public boolean createIfAbsent(String key, String content) {
    try {
      client()
          .putObject(
              request -> request.bucket(bucket()).key(object(key)).ifNoneMatch("*"),
              RequestBody.fromString(content));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        // The client's own retry after a lost answer finds its own content.
        return read(key).filter(content::equals).isPresent();
      }
      throw StorageFailure.of("create", root(), key, e);
    } catch (IOException | SdkException e) {
      throw StorageFailure.of("create", root(), key, e);
    }
  }

  @Override
  public void copy(String from, String to) {
    for (int attempt = 1; true; attempt++) {
      try {
        copyOnce(from, to);
        return;
      } catch (IOException | UncheckedIOException | SdkException e) {
        if (attempt == COPIES || !isTorn(e)) {
          throw StorageFailure.of("copy", root(), from, e);
        }
      }
    }
  }

  private void copyOnce(String from, String to) throws IOException {
    client()
        .copyObject(
            request ->
                request
                    .sourceBucket(bucket())
                    .sourceKey(object(from))
                    .destinationBucket(bucket())
                    .destinationKey(object(to)));
  }

  /**
   * An answer that was cut off, which the client does not take for worth another try as it has
   * begun to parse it. To copy twice is to copy once.
   */
  private static boolean isTorn(Exception e) {
    return e instanceof UncheckedIOException
        || (e instanceof SdkClientException
            && String.valueOf(e.getMessage()).startsWith("Could not parse"));
  }
}
