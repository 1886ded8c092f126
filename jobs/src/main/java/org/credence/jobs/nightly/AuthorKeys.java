package org.credence.jobs.nightly;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.credence.archive.AuthorKey;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/** Finds the key that turns authors into hashes: environment, Hadoop credentials, or the demo's. */
final class AuthorKeys {

  /** Name of the key in a Hadoop credential provider. */
  static final String ALIAS = "credence.author.key";

  private static final String PROVIDERS = "hadoop.security.credential.provider.path";

  private final Places places;
  private final Map<String, String> environment;

  AuthorKeys(Places places, Map<String, String> environment) {
    this.places = places;
    this.environment = environment;
  }

  AuthorKey find() {
    return fromEnvironment()
        .or(this::fromProvider)
        .or(() -> new Demo(places.settings()).authorKey())
        .map(this::checked)
        .orElseThrow(AuthorKeys::missing);
  }

  private Optional<String> fromEnvironment() {
    return Optional.ofNullable(environment.get(AuthorKey.VARIABLE)).filter(key -> !key.isBlank());
  }

  private Optional<String> fromProvider() {
    if (!places.spark().containsKey("spark.hadoop." + PROVIDERS)) {
      return Optional.empty();
    }
    try {
      Configuration hadoop = places.hadoop();
      char[] password = hadoop.getPassword(ALIAS);
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

  private AuthorKey checked(String secret) {
    try {
      return new AuthorKey(secret);
    } catch (IllegalArgumentException e) {
      throw Refusal.configuration(
          "The author key is refused",
          String.valueOf(e.getMessage()),
          "Set " + AuthorKey.VARIABLE + " to a longer secret and keep it.");
    }
  }

  private static Refusal missing() {
    return Refusal.configuration(
        "There is no author key",
        AuthorKey.VARIABLE + " is not set, so authors can't be made anonymous",
        "Set it to a secret of 16 characters or more, the same for every night of a lake.");
  }
}
