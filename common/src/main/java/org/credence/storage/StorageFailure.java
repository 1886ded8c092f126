package org.credence.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says what a storage would not do, without addresses that carry secrets. */
public final class StorageFailure {

  private StorageFailure() {}

  public static Refusal of(String deed, URI root, String key, Throwable cause) {
    String where = root.getScheme() + "://" + orEmpty(root.getAuthority()) + root.getPath();
    return new Refusal(
        "Can't " + deed + " " + where + (key.isEmpty() ? "" : "/" + key),
        reason(cause),
        remedy(cause),
        ExitCode.STORAGE,
        cause);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static String reason(Throwable cause) {
    String all = messages(cause);
    if (all.contains("SignatureDoesNotMatch") || all.contains("InvalidAccessKeyId")) {
      return "the store does not accept the keys";
    }
    if (denied(cause, all)) {
      return "access is denied";
    }
    if (all.contains("NoSuchBucket") || all.contains("UnknownStoreException")) {
      return "there is no such bucket";
    }
    if (unreachable(all)) {
      return "the endpoint can't be reached";
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "there is no such file or folder";
    }
    return cause.getClass().getSimpleName();
  }

  private static String remedy(Throwable cause) {
    String all = messages(cause);
    if (all.contains("SignatureDoesNotMatch")
        || all.contains("InvalidAccessKeyId")
        || denied(cause, all)) {
      return "Check the credentials in the environment and their rights to read, write and list";
    }
    if (unreachable(all)) {
      return "Check spark.hadoop.fs.s3a.endpoint and the network, then run again";
    }
    return "Check the location in credence.yaml; the log file has the details";
  }

  private static boolean denied(Throwable cause, String all) {
    return cause instanceof AccessDeniedException
        || all.contains("AccessDenied")
        || all.contains("Status Code: 403")
        || all.contains("Forbidden");
  }

  private static boolean unreachable(String all) {
    return all.contains("Connection refused")
        || all.contains("UnknownHost")
        || all.contains("ConnectException")
        || all.contains("timed out");
  }

  private static String messages(Throwable cause) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = cause; t != null; t = t.getCause()) {
      all.append(t.getClass().getSimpleName()).append(": ").append(t.getMessage()).append('\n');
      if (t instanceof AwsServiceException aws && aws.awsErrorDetails() != null) {
        all.append(aws.awsErrorDetails().errorCode()).append('\n');
      }
    }
    return all.toString();
  }

  static IOException notFound(String key) {
    return new FileNotFoundException(key);
  }
}
