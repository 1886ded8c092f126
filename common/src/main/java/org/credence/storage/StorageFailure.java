package org.credence.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says what a storage would not do, without addresses that carry secrets. */
public final class StorageFailure {

  private static final String LOCAL_REMEDY =
      "Check the location in credence.yaml and that this user may read, write and list there.";

  /** Of Hadoop's local file system, which tells neither why nor by a type of its own. */
  private static final Pattern NO_FOLDER = Pattern.compile("Mkdirs failed to create (\\S+)");

  private static final String FULL = "No space left on device";

  private StorageFailure() {}

  public static Refusal of(String deed, URI root, String key, Throwable cause) {
    String where = root.getScheme() + "://" + orEmpty(root.getAuthority()) + root.getPath();
    return new Refusal(
        "Can't " + deed + " " + where + (key.isEmpty() ? "" : "/" + key),
        reason(cause),
        remedy(root, cause),
        ExitCode.STORAGE,
        cause);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private static String reason(Throwable cause) {
    String all = messages(cause);
    if (all.contains(FULL)) {
      return "the disk is full";
    }
    if (keyless(all)) {
      return "no credentials were found";
    }
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
    Matcher folder = NO_FOLDER.matcher(all);
    if (folder.find()) {
      return "the folder " + folder.group(1) + " can't be made";
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "there is no such file or folder";
    }
    return cause instanceof FileSystemException file && file.getReason() != null
        ? file.getReason().toLowerCase(Locale.ROOT)
        : cause.getClass().getSimpleName();
  }

  private static String remedy(URI root, Throwable cause) {
    String all = messages(cause);
    if (all.contains(FULL)) {
      return "Free some space, then run again.";
    }
    if ("file".equals(root.getScheme())) {
      return LOCAL_REMEDY;
    }
    if (keyless(all)) {
      return "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile or a credential provider.";
    }
    if (all.contains("SignatureDoesNotMatch")
        || all.contains("InvalidAccessKeyId")
        || denied(cause, all)) {
      return "Check the credentials in the environment and their rights to read, write and list.";
    }
    if (unreachable(all)) {
      return "Check spark.hadoop.fs.s3a.endpoint and the network, then run again.";
    }
    return "Check the location in credence.yaml; the log file has the details.";
  }

  private static boolean keyless(String all) {
    return all.contains("NoAwsCredentialsException") || all.contains("NoAuthWithAWSException");
  }

  private static boolean denied(Throwable cause, String all) {
    return cause instanceof AccessDeniedException
        || all.contains("AccessDenied")
        || all.contains("Permission denied")
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
