package org.credence.jobs.nightly;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.StorageFailure;

/** Finds in whatever was thrown, also by Spark and Iceberg, the error that a user can mend. */
public final class Failure {

  /** Names rather than classes: most are not loaded, and must not be, in a run without Spark. */
  private static final List<String> STORAGE_CLASSES =
      List.of(
          "software.amazon.awssdk.",
          "org.apache.hadoop.fs.s3a.",
          "org.apache.hadoop.net.ConnectTimeoutException",
          "org.apache.hadoop.security.AccessControlException",
          "org.apache.iceberg.exceptions.ServiceFailureException",
          "org.apache.iceberg.exceptions.ServiceUnavailableException",
          "org.apache.iceberg.exceptions.NotAuthorizedException",
          "org.apache.iceberg.exceptions.ForbiddenException",
          "org.apache.iceberg.exceptions.RESTException",
          "org.apache.iceberg.jdbc.");

  private static final List<Class<? extends Throwable>> STORAGE_TYPES =
      List.of(
          AccessDeniedException.class,
          ConnectException.class,
          NoRouteToHostException.class,
          SocketTimeoutException.class,
          SQLException.class,
          UnknownHostException.class);

  /** What disks say in exceptions that have no type of their own. */
  private static final List<String> STORAGE_MESSAGES =
      List.of(
          "Permission denied",
          "Mkdirs failed",
          "No space left on device",
          "ot a directory",
          "Read-only file system",
          "Input/output error",
          "Stale file handle");

  private Failure() {}

  /**
   * @param lake that was read or written when the cause names no other place
   * @return empty for a bug
   */
  public static Optional<Refusal> asRefusal(Throwable thrown, URI lake) {
    List<Throwable> chain = chain(thrown);
    return refusal(chain)
        .or(() -> outOfMemory(chain))
        .or(() -> busy(chain))
        .or(() -> storage(chain, lake));
  }

  private static Optional<Refusal> refusal(List<Throwable> chain) {
    return chain.stream().filter(Refusal.class::isInstance).map(Refusal.class::cast).findFirst();
  }

  private static Optional<Refusal> outOfMemory(List<Throwable> chain) {
    return chain.stream()
        .filter(OutOfMemoryError.class::isInstance)
        .findFirst()
        .map(
            e ->
                new Refusal(
                    "The memory of this process is full",
                    "the night needs more than Java was given",
                    "Set CREDENCE_HEAP, such as CREDENCE_HEAP=6g, and run again.",
                    ExitCode.CONFIGURATION,
                    e));
  }

  private static Optional<Refusal> busy(List<Throwable> chain) {
    return chain.stream()
        .filter(e -> message(e).contains("SQLITE_BUSY"))
        .findFirst()
        .map(
            e ->
                new Refusal(
                    "The catalog is busy",
                    "another run holds its database",
                    "Wait until that run has ended, then run again.",
                    ExitCode.BUSY,
                    e));
  }

  private static Optional<Refusal> storage(List<Throwable> chain, URI lake) {
    return chain.stream()
        .filter(Failure::isOfStorage)
        .findFirst()
        .map(e -> StorageFailure.of("read or write", lake, "", e));
  }

  private static boolean isOfStorage(Throwable e) {
    return STORAGE_TYPES.stream().anyMatch(type -> type.isInstance(e))
        || isStorage(e.getClass().getName())
        || thrower(e).filter(Failure::isStorage).isPresent()
        || (e instanceof IOException && STORAGE_MESSAGES.stream().anyMatch(message(e)::contains));
  }

  private static boolean isStorage(String name) {
    return STORAGE_CLASSES.stream().anyMatch(name::startsWith);
  }

  /** Clients stumble over answers that a network has cut short. */
  private static Optional<String> thrower(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java."))
        .findFirst();
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }

  /** The thrown and its causes, the outermost first. */
  private static List<Throwable> chain(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable e = thrown; e != null && seen.add(e); e = e.getCause()) {
      chain.add(e);
    }
    return chain;
  }
}
