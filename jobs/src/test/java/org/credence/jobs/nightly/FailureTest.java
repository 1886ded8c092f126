package org.credence.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import org.apache.hadoop.fs.s3a.auth.NoAwsCredentialsException;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailureTest {

  private static final URI LAKE = URI.create("s3a://bucket/lake");

  @Test
  void aRefusalInsideWhateverSparkThrowsIsFound() {
    Refusal refusal = Refusal.configuration("p", "c", "r");

    assertThat(refusal(new RuntimeException("job aborted", refusal))).containsSame(refusal);
  }

  @Test
  void wrongKeysAreAFailureOfStorage() {
    Throwable wrongKeys =
        S3Exception.builder().message("SignatureDoesNotMatch (Status Code: 403)").build();

    Refusal refusal = refusal(new RuntimeException(new IOException(wrongKeys))).orElseThrow();

    assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
    assertThat(refusal.problem()).isEqualTo("Can't read or write s3a://bucket/lake");
    assertThat(refusal.reason()).isEqualTo("the store does not accept the keys");
  }

  @Test
  void rightsEndpointsAndBucketsAreTold() {
    assertThat(reason(new AccessDeniedException("x"))).isEqualTo("access is denied");
    assertThat(reason(new ConnectException("Connection refused")))
        .isEqualTo("the endpoint can't be reached");
    assertThat(reason(new NoAwsCredentialsException("s3"))).isEqualTo("no credentials were found");
    assertThat(reason(new UnknownStoreException("s3a://bucket", "gone")))
        .isEqualTo("there is no such bucket");
  }

  @Test
  void aLocalFolderThatCannotBeMadeIsAFailureOfStorage() {
    URI lake = URI.create("file:///lake");
    IOException thrown = new IOException("Mkdirs failed to create file:/lake/a (exists=false)");

    Refusal refusal = Failure.asRefusal(new RuntimeException(thrown), lake).orElseThrow();

    assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
    assertThat(refusal.problem()).isEqualTo("Can't read or write file:///lake");
    assertThat(refusal.reason()).isEqualTo("the folder file:/lake/a can't be made");
    assertThat(refusal.remedy()).contains("this user may read, write and list there");
  }

  @Test
  void aFullDiskIsAFailureOfStorage() {
    Refusal refusal = refusal(new IOException("No space left on device")).orElseThrow();

    assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
    assertThat(refusal.reason()).isEqualTo("the disk is full");
  }

  @Test
  void whatAStoragesClientStumblesOverIsAFailureOfStorage() {
    NullPointerException stumbled = new NullPointerException("an answer without its length");
    stumbled.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 1),
          new StackTraceElement("org.apache.hadoop.fs.s3a.S3AFileSystem", "stat", "S3A.java", 2),
          new StackTraceElement("org.credence.storage.S3Storage", "list", "S3Storage.java", 3)
        });

    assertThat(refusal(stumbled).orElseThrow().exitCode()).isEqualTo(ExitCode.STORAGE);
  }

  @Test
  void fullMemoryNamesTheKnob() {
    assertThat(refusal(new RuntimeException(new OutOfMemoryError())).orElseThrow().remedy())
        .contains("CREDENCE_HEAP");
  }

  @Test
  void anythingElseIsABug() {
    assertThat(refusal(new IllegalStateException("oops", new NullPointerException()))).isEmpty();
  }

  @Test
  void aCircleOfCausesEnds() {
    IllegalStateException a = new IllegalStateException("a");
    a.initCause(new IllegalStateException("b", a));

    assertThat(refusal(a)).isEmpty();
  }

  private static String reason(Throwable thrown) {
    return refusal(new RuntimeException(thrown)).orElseThrow().reason();
  }

  private static Optional<Refusal> refusal(Throwable thrown) {
    return Failure.asRefusal(thrown, LAKE);
  }
}
