package org.credence.jobs.topics;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.credence.settings.BrandsFile;
import org.credence.settings.BrandsFile.Brand;
import org.credence.topics.Preparation;

/**
 * The words that brands are called by: they are in every post of a scope and tell no topic.
 *
 * @param byBrand id to words in lower case
 */
record BrandNames(Map<String, Set<String>> byBrand) implements Serializable {

  static BrandNames of(BrandsFile brands) {
    Map<String, Set<String>> byBrand = new TreeMap<>();
    for (Brand brand : brands.brands()) {
      Set<String> names = new TreeSet<>();
      Stream.concat(Stream.of(brand.name()), brand.aliases().stream())
          .forEach(name -> add(name, names));
      brand.accounts().values().forEach(accounts -> accounts.forEach(name -> add(name, names)));
      byBrand.put(brand.id(), names);
    }
    return new BrandNames(byBrand);
  }

  /** Its words, and all of them as one. */
  private static void add(String name, Set<String> names) {
    Preparation whole = new Preparation(Set.of());
    names.addAll(whole.words(name, ""));
    names.addAll(whole.words(name.replaceAll("[^\\p{L}\\p{N}]", ""), ""));
  }

  /** Of the brand of a scope, or of all that share it. */
  Set<String> ofScope(String scope) {
    return Scopes.brandOf(scope)
        .map(brand -> byBrand.getOrDefault(brand, Set.of()))
        .orElseGet(
            () ->
                byBrand.values().stream()
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet()));
  }
}
