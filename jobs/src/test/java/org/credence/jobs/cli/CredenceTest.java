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
import org.credence.cubes.AuditRule;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredenceTest {

  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nightly",
        "ingest",
        "train",
        "apply",
        "topics",
        "cubes",
        "report",
        "plan",
        "rollback",
        "score",
        "evaluate",
        "audits",
        "maintain",
        "erase",
        "rekey",
        "simulate",
        "status",
        "submit"
      })
  void everyCommandExplainsItself(String command) {
    int exitCode = run(command, "--help");

    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("Usage: credence " + command)
        .contains("--conf-dir", "--set", "--master", "--json")
        .contains("Exit codes:", "70   A bug")
        .contains("Example:", "credence " + command);
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsReadFromTheEnvironmentIsSaid() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains(
            "CREDENCE_AUTHOR_KEY ", "CREDENCE_AUTHOR_KEYS_BEFORE ", "default: 3g", "credence help");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void helpOfACommandIsItsHelp() {
    assertThat(run("help", "nightly")).isZero();
    assertThat(out.toString()).startsWith("Usage: credence nightly");
    assertThat(run("help", "nigthly")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown command nigthly", "Did you mean nightly?");
    assertThat(run("halp")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean help?");
  }

  @Test
  void theVersionNamesTheBuild() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("credence ").contains("java 17");
  }

  @Test
  void aMisspeltCommandIsToldTheNearest() {
    assertThat(run("nigthly", "--help")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "credence: Unknown command nigthly: credence knows no such thing. Did you mean"
                + " nightly? See credence --help.\n");
  }

  @Test
  void aMisspeltOptionIsToldTheNearest() {
    assertThat(run("nightly", "--froce")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option --froce", "Did you mean --force?");
  }

  @Test
  void anOptionWithoutUseIsAnErrorOfUsage() {
    assertThat(run("nightly", "--date", "2026-13-01")).isEqualTo(2);
    assertThat(err.toString()).contains("'2026-13-01' is no date such as 2026-03-05");
    assertThat(run("simulate", "--scale", "1000")).isEqualTo(2);
    assertThat(err.toString()).contains("scale must be 0.01 to 50");
    assertThat(run("status", "--last", "-1")).isEqualTo(2);
    assertThat(err.toString()).contains("--last must be 1 or more");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("No command is named");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nightly --accept volumes                                      | Missing required argument(s): --reason=TEXT
          cubes --reason campaign                                       | Missing required argument(s): --accept=AUDIT
          nightly --accept volums --reason x                            | There is no audit volums (did you mean volumes?)
          nightly --accept enough-people --reason x                     | The audit enough-people can't be accepted
          cubes --accept hidden-cells-are-empty --reason x              | it protects people
          nightly --accept volumes --reason x --accept volumes --reason y | --accept volumes is given twice
          ingest --accept volumes --reason x                            | Unknown option --accept
          nightly --from 2026-03-05 --to 2026-03-04                     | There is no night from 2026-03-05 to 2026-03-04
          nightly --from 2026-03-05                                     | The nights have no last
          nightly --to 2026-03-05                                       | The nights have no first
          nightly --from 2026-03-01 --to 2026-03-05 --date 2026-03-05   | One night or several?
          cubes --from 2026-03-01 --to 2026-03-05                       | Unknown option --from
          """)
  void whatCannotBeAcceptedOrRunIsAnErrorOfUsage(String line, String error) {
    List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
    arguments.addAll(List.of("--conf-dir", conf()));

    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains(error);
  }

  @Test
  void auditsAreListedWithTheThresholdsThatHold() throws IOException {
    assertThat(run("audits", "--conf-dir", conf(), "--set", "audits.volume-factor=20")).isZero();

    assertThat(out.toString())
        .contains("enough-people  (can't be accepted)", "fails at fewer than 10 people")
        .contains("volumes", "20 times below or above the median");
    assertThat(run("audits", "--json", "--conf-dir", conf())).isZero();
    assertThat(lastLine().path("audits").findValuesAsText("name"))
        .isEqualTo(AuditRule.ids())
        .contains("levels-add-up", "null-shares", "model-drift", "coverage-gaps");
  }

  @Test
  void aRollbackWithoutAnEditionIsRefused() {
    assertThat(run("rollback", "--conf-dir", conf())).isEqualTo(4);
    assertThat(err.toString()).contains("There is nothing to roll back");
  }

  @Test
  void anErrorIsAlsoOneObjectOfJson() throws IOException {
    assertThat(run("status", "--json", "--conf-dir", root.resolve("none").toString())).isEqualTo(3);

    JsonNode answer = lastLine();
    assertThat(answer.path("command").asText()).isEqualTo("status");
    assertThat(answer.path("status").asText()).isEqualTo("failed");
    assertThat(answer.path("exit_code").asInt()).isEqualTo(3);
    assertThat(answer.path("problem").asText()).contains("credence.yaml can't be read");
    assertThat(answer.path("cause").asText()).isEqualTo("there is no such file");
    assertThat(answer.path("remedy").asText()).contains("--conf-dir");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void helpIsAlsoOneObjectOfJson() throws IOException {
    assertThat(run("nightly", "--help", "--json")).isZero();
    assertThat(lastLine().path("exit_code").asInt()).isZero();
  }

  @Test
  void statusTellsWhatIsDueWithoutAKey() throws IOException {
    assertThat(run("status", "--json", "--conf-dir", conf())).isZero();

    JsonNode answer = lastLine();
    assertThat(answer.path("command").asText()).isEqualTo("status");
    assertThat(answer.path("status").asText()).isEqualTo("not ready");
    assertThat(answer.path("runs")).isEmpty();
  }

  @Test
  void aNightWithoutAnAuthorKeyIsRefused() {
    assertThat(run("nightly", "--conf-dir", conf())).isEqualTo(3);
    assertThat(err.toString()).contains("There is no author key", "CREDENCE_AUTHOR_KEY");
  }

  @Test
  void anOverrideThatDoesNotExistIsRefused() {
    assertThat(run("status", "--conf-dir", conf(), "--set", "minimum-cell-sise=5")).isEqualTo(3);
    assertThat(err.toString()).contains("Did you mean 'minimum-cell-size'?");
  }

  @Test
  void aDemoThatIsNotMadeYetIsPlanned() {
    assertThat(run("nightly", "--plan", "--conf-dir", conf(), "--set", "demo=true")).isZero();
    assertThat(out.toString()).contains("the one of the demo is made first");
  }

  @Test
  void anUnknownErrorIsABugWhoseMessageStaysInTheLog() throws IOException {
    IllegalStateException thrown = new IllegalStateException("text of a post");
    System.setProperty("credence.home", root.toString());

    Answer answer = Mishap.of(thrown);

    System.clearProperty("credence.home");

    assertThat(answer.exitCode().code()).isEqualTo(70);
    assertThat(answer.lines())
        .contains("this is a bug (IllegalStateException)")
        .contains("[log: ")
        .doesNotContain("text of a post");
    Path log = Path.of(String.valueOf(answer.fields().get("log")));
    assertThat(Files.readString(log)).contains("IllegalStateException");
  }

  @Test
  void aRequestToEraseNamesNobodyInWhatItLeaves() throws IOException {
    Files.writeString(root.resolve("author-key"), "a key of the tests, long enough\n");
    Path list = Files.writeString(root.resolve("list.csv"), "# ours\nTwitter,post,77001\n\n");

    assertThat(
            run(
                "erase",
                "--json",
                "--conf-dir",
                conf(),
                "--set",
                "demo=true",
                "--platform",
                "twitter",
                "--handle",
                "@Somebody",
                "--file",
                list.toString()))
        .isZero();

    assertThat(lastLine().path("status").asText()).isEqualTo("requested");
    assertThat(lastLine().path("authors").asInt()).isEqualTo(1);
    assertThat(lastLine().path("posts").asInt()).isEqualTo(1);
    assertThat(Files.readString(root.resolve("work/runs/erasures/requested/00000001.json")))
        .containsPattern("\"key\" : \"[0-9a-f]{32}\"")
        .doesNotContainIgnoringCase("somebody")
        .doesNotContain("77001");
    assertThat(
            run(
                "erase",
                "--conf-dir",
                conf(),
                "--set",
                "demo=true",
                "--platform=twitter",
                "--author=7"))
        .isZero();
    assertThat(out.toString()).contains("Request 00000002: 1 author, 0 posts. The next night");
  }

  @Test
  void aRequestToEraseThatNamesNobodyIsRefused() throws IOException {
    assertThat(run("erase", "--conf-dir", conf())).isEqualTo(2);
    assertThat(err.toString()).contains("There is nothing to erase");
    assertThat(run("erase", "--conf-dir", conf(), "--handle", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("--platform is not given");
    Path list = Files.writeString(root.resolve("list.csv"), "twitter,secretname\n");
    assertThat(run("erase", "--conf-dir", conf(), "--file", list.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("line 1 is no platform,handle|author|post,id")
        .doesNotContain("secretname");
    Files.writeString(root.resolve("author-key"), "a key of the tests, long enough\n");
    assertThat(
            run("erase", "--conf-dir", conf(), "--set", "demo=true", "--platform=my", "--post=1"))
        .isEqualTo(3);
    assertThat(err.toString()).contains("Name one of these: twitter.");
  }

  @Test
  void whatFollowsTrainScoreAndEvaluateIsExplainedAndRequired() {
    assertThat(run("help", "train", "sentiment")).isZero();
    assertThat(out.toString())
        .startsWith("Usage: credence train sentiment")
        .contains("--labels=FILE", "--group-feature", "Example:\n  credence train sentiment");
    assertThat(run("evaluate", "sentiment", "--help")).isZero();
    assertThat(run("score", "sentiment", "--help")).isZero();
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(run("train", "sentiment", "--language", "en")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required option: '--labels=FILE'");
    assertThat(run("score", "--conf-dir", conf())).isEqualTo(2);
    assertThat(err.toString()).contains("credence score sentiment is what there is");
  }

  @Test
  void aModelIsTrainedFromFilesAndMeasured() throws IOException {
    StringBuilder rows = new StringBuilder("id,language,group,text,label\n");
    for (int i = 0; i < 40; i++) {
      rows.append(i).append(",en,,").append(i % 2 == 0 ? "sweet" : "sour").append(" taste ");
      rows.append(i / 2).append(i % 2 == 0 ? ",yes\n" : ",no\n");
    }
    String labels = Files.writeString(root.resolve("labels.csv"), rows).toString();
    String model = root.resolve("model").toString();

    assertThat(
            run(
                "train",
                "sentiment",
                "--labels",
                labels,
                "--language",
                "en",
                "--output",
                model,
                "--json",
                "--conf-dir",
                conf()))
        .isZero();
    assertThat(lastLine().path("labels").path("yes").asInt()).isEqualTo(20);
    assertThat(
            run(
                "evaluate",
                "sentiment",
                "--model",
                model,
                "--language",
                "en",
                "--input",
                labels,
                "--json"))
        .isZero();
    assertThat(lastLine().path("n").asInt()).isEqualTo(40);
    assertThat(lastLine().path("macro_recall").asDouble()).isEqualTo(1);
    assertThat(
            run(
                "evaluate",
                "sentiment",
                "--model",
                root.toString(),
                "--language",
                "en",
                "--input",
                labels,
                "--json"))
        .isEqualTo(3);
    assertThat(lastLine().path("command").asText()).isEqualTo("evaluate sentiment");
    assertThat(lastLine().path("problem").asText()).contains("is no model");
  }

  private String conf() {
    return ConfFolder.in(root).path().toString();
  }

  private int run(String... arguments) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), OptionalInt.empty());
    return Credence.run(new ArrayList<>(List.of(arguments)), console);
  }

  private JsonNode lastLine() throws IOException {
    List<String> lines = out.toString().lines().toList();
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }
}
