package org.credence.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.credence.archive.AuthorKey;
import org.credence.jobs.nightly.ErasureDesk.Kind;
import org.credence.jobs.nightly.ErasureDesk.Wanted;
import org.credence.settings.Digest;
import org.credence.settings.Settings;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorKeysTest {

  private static final String FIRST = "the first key, with a comma";
  private static final String SECOND = "the second of the keys";
  private static final String THIRD = "the third of the keys";

  @TempDir private Path root;

  @BeforeEach
  void settings() {
    ConfFolder.in(root);
  }

  @Test
  void theKeysBeforeStandOneALine() {
    assertThat(find(Map.of(AuthorKey.VARIABLE, FIRST)).fingerprint())
        .isEqualTo(new AuthorKey(FIRST).fingerprint());
    assertThat(find(ring(FIRST + "\n\n" + SECOND + "\r\n", THIRD)).fingerprint())
        .isEqualTo(new AuthorKey(List.of(FIRST, SECOND), THIRD).fingerprint());
  }

  @Test
  void theyMayLieInACredentialStore() throws IOException {
    String store = "localjceks://file" + root.resolve("keys.jceks");
    Configuration hadoop = new Configuration();
    hadoop.set(CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH, store);
    CredentialProvider keys = CredentialProviderFactory.getProviders(hadoop).get(0);
    keys.createCredentialEntry("credence.author.key", THIRD.toCharArray());
    keys.createCredentialEntry(
        "credence.author.keys.before", (FIRST + "\n" + SECOND).toCharArray());
    keys.flush();
    Files.writeString(
        root.resolve("conf/spark/local.conf"),
        "\nspark.hadoop.hadoop.security.credential.provider.path " + store + "\n",
        StandardOpenOption.APPEND);

    assertThat(find(Map.of()).fingerprint())
        .isEqualTo(new AuthorKey(List.of(FIRST, SECOND), THIRD).fingerprint());
  }

  @Test
  void aBadRingIsRefused() {
    assertThatThrownBy(() -> find(ring("short", SECOND)))
        .hasMessageStartingWith("The author key is refused: an author key must have at least 16")
        .hasMessageContaining("CREDENCE_AUTHOR_KEYS_BEFORE");
    assertThatThrownBy(() -> find(ring(FIRST, FIRST)))
        .hasMessageContaining("can't come after itself");
  }

  @Test
  void nobodyIsErasedAndNothingReKeyedWithAnotherKeyThanThatOfTheNights() {
    Places places = new Places(load());
    String origin = Digest.brief(new AuthorKey(FIRST).origin());
    Ledger.empty()
        .with(
            Step.INGEST,
            new Ledger.Entry("2026-02-01", "r", Map.of(Ingredients.AUTHOR_KEY, origin)))
        .write(places.runs());
    List<Wanted> somebody = List.of(new Wanted("twitter", Kind.HANDLE, "somebody"));

    assertThatThrownBy(() -> new ErasureDesk(load(), ring("", SECOND)).request(somebody))
        .hasMessageContaining("This is not the author key of the lake");
    assertThatThrownBy(() -> new RekeyRun(load(), ring(SECOND, FIRST)))
        .hasMessageContaining("This is not the author key of the lake");
    assertThat(new ErasureDesk(load(), ring(FIRST, SECOND)).request(somebody).fingerprint())
        .contains(new AuthorKey(List.of(FIRST), SECOND).fingerprint());
    assertThat(new RekeyRun(load(), ring(FIRST, SECOND)).keys()).isEqualTo(2);
  }

  @Test
  void whereNoNightWasDoneThereIsNothingToReKey() {
    assertThatThrownBy(() -> new RekeyRun(load(), ring(FIRST, SECOND)))
        .hasMessageStartingWith("There is nothing to re-key: no night was done here yet");
  }

  private AuthorKey find(Map<String, String> environment) {
    return new AuthorKeys(new Places(load()), environment).find();
  }

  private Settings load() {
    return Settings.load(root.resolve("conf"), Map.of());
  }

  private static Map<String, String> ring(String before, String newest) {
    return Map.of(AuthorKey.VARIABLE, newest, AuthorKey.BEFORE, before);
  }
}
