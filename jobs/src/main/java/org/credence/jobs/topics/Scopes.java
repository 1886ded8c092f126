package org.credence.jobs.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose posts are looked at together: those of a brand in a language, or of all brands in it that
 * have few. Who has topics of his own keeps them, however few posts he has later.
 *
 * @param places those with a scope
 */
record Scopes(List<Place> places) {

  private static final String SHARED = "*";

  Scopes {
    places = List.copyOf(places);
  }

  /** A brand in a language. */
  record Pair(String brand, String language) implements Comparable<Pair> {

    private String own() {
      return scope(brand, language);
    }

    private String shared() {
      return scope(SHARED, language);
    }

    @Override
    public int compareTo(Pair other) {
      return own().compareTo(other.own());
    }
  }

  /**
   * @param after newest ingest whose posts the scope knows; 0 when it begins, with all of the
   *     window
   */
  record Place(Pair pair, String scope, long after) {}

  private static String scope(String brand, String language) {
    return brand + "." + language;
  }

  /** The brand of a scope, nothing of one that brands share. */
  static Optional<String> brandOf(String scope) {
    String brand = scope.substring(0, scope.lastIndexOf('.'));
    return brand.equals(SHARED) ? Optional.empty() : Optional.of(brand);
  }

  /**
   * @param posts of the window by pair
   * @param remembered scopes to the newest ingest whose posts they know
   * @param smallest posts that a scope needs to begin
   */
  static Scopes of(SortedMap<Pair, Long> posts, Map<String, Long> remembered, int smallest) {
    Map<String, Long> shared = new TreeMap<>();
    posts.forEach(
        (pair, count) -> {
          if (!hasOwn(pair, count, remembered, smallest)) {
            shared.merge(pair.shared(), count, Long::sum);
          }
        });
    List<Place> places = new ArrayList<>();
    posts.forEach(
        (pair, count) -> {
          boolean own = hasOwn(pair, count, remembered, smallest);
          String scope = own ? pair.own() : pair.shared();
          long after = remembered.getOrDefault(scope, 0L);
          if (own || after > 0 || shared.getOrDefault(scope, 0L) >= smallest) {
            places.add(new Place(pair, scope, after));
          }
        });
    return new Scopes(places);
  }

  private static boolean hasOwn(Pair pair, long posts, Map<String, Long> remembered, int smallest) {
    return remembered.containsKey(pair.own()) || posts >= smallest;
  }
}
