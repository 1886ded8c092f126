package org.credence.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that a night can't begin with: the right code, one line for a person, one object for a
 * program, and nothing written.
 */
class BadInputTest {

  private static final String LAUNCHER = "credence.launcher";
  private static final String HOME = "credence.home";

  @TempDir Path root;
  private ConfFolder conf;

  @BeforeEach
  void aNightWithAKey() throws IOException {
    String store = "localjceks://file" + root.resolve("keys.jceks");
    Configuration hadoop = new Configuration();
    hadoop.set(CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH, store);
    CredentialProvider keys = CredentialProviderFactory.getProviders(hadoop).get(0);
    keys.createCredentialEntry("credence.author.key", "a key of sixteen or more".toCharArray());
    keys.flush();
    conf = ConfFolder.in(root);
    spark("spark.hadoop.hadoop.security.credential.provider.path", store);
    System.setProperty(LAUNCHER, "all jars");
    System.setProperty(HOME, root.resolve("home").toString());
  }

  @AfterEach
  void forgetTheLauncher() {
    System.clearProperty(LAUNCHER);
    System.clearProperty(HOME);
  }

  @Test
  void anArchiveThatIsNotThere() throws IOException {
    assertThat(refused(4)).isEqualTo("the archive is not there, or empty");
    Files.createDirectories(root.resolve("archive/twitter/2026-01-05"));
    assertThat(refused(4)).isEqualTo("the archive is not there, or empty");
  }

  @Test
  void anArchiveWithoutADropThatIsKnown() throws IOException {
    drop("facebook/2026-01-05/a.csv");
    assertThat(refused(4)).startsWith("no folder of sources.yaml holds a dated folder");
    drop("twitter/2026-13-05/a.json");
    assertThat(refused(4)).startsWith("no folder of sources.yaml holds a dated folder");
    Files.writeString(root.resolve("file"), "");
    assertThat(refused(4, "--set", "locations.archive=file")).startsWith("no folder of sources");
  }

  @Test
  void aNightBeforeTheFirstDrop() throws IOException {
    drop("twitter/2026-01-05/a.json");
    assertThat(refused(4, "--date", "2026-01-04")).endsWith("is dated 2026-01-05");
  }

  @Test
  void aHadoopCatalogOnAnObjectStore() {
    assertThat(refused(3, "--set", "locations.lake=s3a://bucket/lake"))
        .startsWith("an object store has no atomic rename");
  }

  @Test
  void brandsThatCannotBeTold() {
    conf.replace("brands.yaml", "name: Globex", "name: acme");
    assertThat(refused(3)).isEqualTo("brand name 'acme' is given twice");
    conf.replace("brands.yaml", "name: acme", "name: Globex");
    conf.replace("brands.yaml", "aliases: [globex]", "aliases: []");
    assertThat(refused(3)).contains("brand 'globex' has no alias");
  }

  @Test
  void anEndpointThatNobodyServes() {
    spark("spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:9");
    spark("spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
    spark("spark.hadoop.fs.s3a.path.style.access", "true");
    spark("spark.hadoop.fs.s3a.access.key", "planted-access-key");
    spark("spark.hadoop.fs.s3a.secret.key", "planted-secret-key");
    spark("spark.hadoop.fs.s3a.attempts.maximum", "1");
    spark("spark.hadoop.fs.s3a.retry.limit", "1");
    assertThat(refused(6, "--set", "locations.archive=s3a://bucket/archive"))
        .isEqualTo("the endpoint can't be reached");
  }

  @Test
  void runRecordsThatCannotBeReadOrWritten() throws IOException {
    drop("twitter/2026-01-05/a.json");
    Files.writeString(root.resolve("file"), "");
    assertThat(refused(6, "--set", "locations.runs=file/runs")).isEqualTo("not a directory");
  }

  @Test
  void regexCharactersInNamesAreNoHarm() throws IOException {
    drop("twitter/2026-01-05/a.json");
    conf.replace("brands.yaml", "name: Acme", "name: C++ (x");
    conf.replace("brands.yaml", "aliases: [globex]", "aliases: [\"A.B\", \"(x\", \"[a-\"]");
    assertThat(Credence.run(arguments("--plan"), console(new StringWriter(), new StringWriter())))
        .isZero();
  }

  /** The cause, when all else is as it should be. */
  private String refused(int exitCode, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int code = Credence.run(arguments(options), console(out, err));

    assertThat(code).as(err.toString()).isEqualTo(exitCode);
    assertThat(err.toString()).startsWith("credence: ").hasLineCount(1);
    JsonNode answer = lastLine(out.toString());
    assertThat(answer.path("status").asText()).isEqualTo("failed");
    assertThat(answer.path("exit_code").asInt()).isEqualTo(exitCode);
    assertThat(answer.path("problem").asText()).isNotBlank();
    assertThat(answer.path("remedy").asText()).endsWith(".");
    assertThat(err + answer.toString()).doesNotContain("planted");
    assertThat(root.resolve("work")).doesNotExist();
    return answer.path("cause").asText();
  }

  private List<String> arguments(String... options) {
    List<String> arguments = new ArrayList<>(List.of("nightly", "--json"));
    arguments.addAll(List.of("--conf-dir", conf.path().toString()));
    arguments.addAll(List.of(options));
    return arguments;
  }

  private static Console console(StringWriter out, StringWriter err) {
    return new Console(new PrintWriter(out), new PrintWriter(err), OptionalInt.empty());
  }

  private static JsonNode lastLine(String out) {
    try {
      return new ObjectMapper().readTree(out.lines().reduce("", (first, last) -> last));
    } catch (IOException e) {
      throw new AssertionError(out, e);
    }
  }

  private void drop(String file) throws IOException {
    Path path = root.resolve("archive").resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, "{}\n");
  }

  private void spark(String key, String value) {
    conf.replace("spark/local.conf", "spark.master", key + " " + value + "\nspark.master");
  }
}
