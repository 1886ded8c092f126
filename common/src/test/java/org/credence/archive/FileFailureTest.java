package org.credence.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.credence.archive.record.FileFailure.Cause;
import org.junit.jupiter.api.Test;

class FileFailureTest {

  @Test
  void tellsMissingRightsFromFilesThatWentAway() {
    assertThat(Cause.ofStorage(new AccessDeniedException("s3a://bucket/a")))
        .isEqualTo(Cause.ACCESS_DENIED);
    assertThat(Cause.ofStorage(new FileNotFoundException("/a.json (Permission denied)")))
        .isEqualTo(Cause.ACCESS_DENIED);
    assertThat(Cause.ofStorage(new FileNotFoundException("/a.json (No such file or directory)")))
        .isEqualTo(Cause.FILE_GONE);
    assertThat(Cause.ofStorage(new NoSuchFileException("/a.json"))).isEqualTo(Cause.FILE_GONE);
    assertThat(Cause.ofStorage(new IOException("Input/output error")))
        .isEqualTo(Cause.STORAGE_FAILURE);
  }

  @Test
  void onlyFailuresOfTheStorageStayDue() {
    assertThat(Cause.values())
        .filteredOn(Cause::isOfStorage)
        .containsExactly(Cause.ACCESS_DENIED, Cause.FILE_GONE, Cause.STORAGE_FAILURE)
        .allSatisfy(cause -> assertThat(cause.advice()).endsWith("it stays due"));
    assertThat(Cause.of("truncated_file")).contains(Cause.TRUNCATED_FILE);
    assertThat(Cause.of("something_else")).isEmpty();
  }
}
