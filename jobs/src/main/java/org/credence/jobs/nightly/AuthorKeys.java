package org.credence.jobs.nightly;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.credence.archive.AuthorKey;
import org.credence.settings.Digest;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/** Finds the keys that turn authors into hashes: environment, Hadoop credentials, or the demo's. */
final class AuthorKeys {

  /** Name of the key in a Hadoop credential provider. */
  static final String ALIAS = "credence.author.key";

  /** Name of the keys before it there. */
  static final String ALIAS_BEFORE = "credence.author.keys.before";

  private static final String PROVIDERS = "hadoop.security.credential.provider.path";

  private final Places places;
  private final Map<String, String> environment;

  AuthorKeys(Places places, Map<String, String> environment) {
    this.places = places;
    this.environment = environment;
  }

  AuthorKey find() {
    String newest =
        given(AuthorKey.VARIABLE, ALIAS)
            .or(() -> new Demo(places.settings()).authorKey())
            .orElseThrow(AuthorKeys::missing);
    return ring(before(), newest);
  }

  /**
   * The same for who must not take another key than the nights: nobody would be found by it.
   *
   * @throws Refusal when the last ingest had another oldest key
   */
  AuthorKey findOfLake() {
    AuthorKey key = find();
    Ledger.read(places.runs())
        .of(Step.INGEST)
        .map(done -> done.ingredients().get(Ingredients.AUTHOR_KEY))
        .filter(known -> !known.equals(Digest.brief(key.origin())))
        .ifPresent(
            other -> {
              throw Refusal.configuration(
                  "This is not the author key of the lake",
                  "the last night hashed its authors with another one",
                  "Give the key of the nights in %s, or in %s when a newer one was added."
                      .formatted(AuthorKey.VARIABLE, AuthorKey.BEFORE));
            });
    return key;
  }

  /** One a line, as a key may hold any other sign. */
  private List<String> before() {
    return given(AuthorKey.BEFORE, ALIAS_BEFORE).stream()
        .flatMap(String::lines)
        .filter(key -> !key.isBlank())
        .toList();
  }

  private Optional<String> given(String variable, String alias) {
    return Optional.ofNullable(environment.get(variable))
        .filter(key -> !key.isBlank())
        .or(() -> fromProvider(alias));
  }

  private Optional<String> fromProvider(String alias) {
    if (!places.spark().containsKey("spark.hadoop." + PROVIDERS)) {
      return Optional.empty();
    }
    try {
      Configuration hadoop = places.hadoop();
      char[] password = hadoop.getPassword(alias);
      return password == null ? Optional.empty() : Optional.of(new String(password));
    } catch (IOException e) {
      throw new Refusal(
          "The author key can't be read",
          "the Hadoop credential provider can't be opened",
          "Check spark.hadoop." + PROVIDERS + ".",
          ExitCode.CONFIGURATION,
          e);
    }
  }

  private static AuthorKey ring(List<String> before, String newest) {
    try {
      return new AuthorKey(before, newest);
    } catch (IllegalArgumentException e) {
      String also = before.isEmpty() ? "" : ", and " + AuthorKey.BEFORE + " to those before it";
      throw Refusal.configuration(
          "The author key is refused",
          String.valueOf(e.getMessage()),
          "Set " + AuthorKey.VARIABLE + " to a longer secret and keep it" + also + ".");
    }
  }

  private static Refusal missing() {
    return Refusal.configuration(
        "There is no author key",
        AuthorKey.VARIABLE + " is not set, so authors can't be made anonymous",
        "Set it to a secret of 16 characters or more, the same for every night of a lake.");
  }
}
