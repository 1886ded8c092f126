package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

/** An export that says whose it is. */
class OwnerTest {

  private static final Source SOURCE = Sample.source("twitter-account", "twitter");

  private static final String ACCOUNT =
      "window.YTD.account.part0 = [{\"account\": {\"accountId\": \"%s\", \"username\": \"Ann\"}}]";
  private static final String TWEET =
      "window.YTD.tweets.part0 = [{\"tweet\": {\"id_str\": \"%s\", \"full_text\": \"hello\","
          + " \"created_at\": \"Thu Dec 08 19:05:00 +0000 2022\"}}]";

  private static List<String> read(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members.length; i++) {
        out.putNextEntry(new ZipEntry(i + ".js"));
        out.write(members[i].getBytes(UTF_8));
      }
    }
    return Reading.rows(
            SOURCE,
            "a.zip",
            bytes.toByteArray(),
            "verdict",
            "reason",
            "post_id",
            "author_key",
            "handle_key")
        .stream()
        .map(row -> String.join(" ", row))
        .toList();
  }

  @Test
  void theFilesAfterItAreTheirs() throws IOException {
    assertThat(read(ACCOUNT.formatted("7"), TWEET.formatted("1"), TWEET.formatted("2")))
        .containsExactly(
            "out_of_scope owner - - -", "post - 1 id:7 handle:ann", "post - 2 id:7 handle:ann");
  }

  @Test
  void theFilesBeforeItAndOtherExportsAreNobodys() throws IOException {
    assertThat(read(TWEET.formatted("1"), ACCOUNT.formatted("7"), TWEET.formatted("2")))
        .containsExactly("post - 1 - -", "out_of_scope owner - - -", "post - 2 id:7 handle:ann");
    assertThat(read(TWEET.formatted("3"))).containsExactly("post - 3 - -");
  }
}
