package org.credence.jobs.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.credence.archive.AuthorKey;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.erasure.ErasureRequest;
import org.credence.lake.erasure.ErasureRequests;
import org.credence.lake.lease.Lease;
import org.credence.lake.lease.Leases;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;
import org.credence.settings.SourcesFile.Source;

/** Takes requests to erase, without Spark: names are hashed at once, the night does the work. */
public final class ErasureDesk {

  private final Places places;
  private final Map<String, String> environment;

  public ErasureDesk(Settings settings, Map<String, String> environment) {
    this.places = new Places(settings);
    this.environment = Map.copyOf(environment);
  }

  /** How somebody or something is named. */
  public enum Kind {
    HANDLE,
    AUTHOR,
    POST
  }

  /** A handle, an id of an author or of a post, as the platform has it. */
  public record Wanted(String platform, Kind kind, String id) {}

  /**
   * @throws Refusal when a platform is unknown, the key is another than that of the lake, or
   *     another run holds the lake
   */
  public ErasureRequest request(List<Wanted> wanted) {
    AuthorKey key = new AuthorKeys(places, environment).findOfLake();
    List<ErasureRequest.Named> named = new ArrayList<>();
    wanted.forEach(next -> named.add(keyed(next, key)));
    Leases leases = new Leases(places.open(places.settings().lake()));
    try (Lease lease = leases.take("erase")) {
      lease.check();
      return new ErasureRequests(places.runs())
          .add(named.stream().distinct().toList(), key.fingerprint());
    }
  }

  private ErasureRequest.Named keyed(Wanted wanted, AuthorKey key) {
    String platform = platform(wanted.platform());
    String kind = wanted.kind() == Kind.POST ? ErasedOnRequest.POST : ErasedOnRequest.AUTHOR;
    String hash =
        switch (wanted.kind()) {
          case HANDLE -> key.handle(platform, wanted.id());
          case AUTHOR -> key.author(platform, wanted.id());
          case POST -> key.post(platform, wanted.id());
        };
    return new ErasureRequest.Named(platform, kind, hash);
  }

  private String platform(String name) {
    List<String> known =
        places.settings().sources().sources().stream().map(Source::platform).distinct().toList();
    String platform = name.toLowerCase(Locale.ROOT);
    if (!known.contains(platform)) {
      throw Refusal.configuration(
          "Nothing can be erased for the platform " + name,
          "no source of sources.yaml has it",
          "Name one of these: " + String.join(", ", known) + ".");
    }
    return platform;
  }
}
