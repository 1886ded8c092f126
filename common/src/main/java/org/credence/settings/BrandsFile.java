package org.credence.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code conf/brands.yaml}: the brands that are looked for, and who speaks for them. */
public record BrandsFile(List<Brand> brands) {

  public BrandsFile {
    brands = List.copyOf(brands);
    if (brands.isEmpty()) {
      throw new IllegalArgumentException("brands must name at least one brand");
    }
    Set<String> ids = new TreeSet<>();
    Set<String> names = new HashSet<>();
    for (Brand brand : brands) {
      if (!ids.add(brand.id())) {
        throw new IllegalArgumentException("brand id '" + brand.id() + "' is given twice");
      }
      if (!names.add(brand.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("brand name '" + brand.name() + "' is given twice");
      }
    }
    for (Brand brand : brands) {
      for (String competitor : brand.competitors()) {
        if (!ids.contains(competitor) || competitor.equals(brand.id())) {
          throw new IllegalArgumentException(
              "brand '%s' names the competitor '%s', which is no other brand of this file"
                  .formatted(brand.id(), competitor));
        }
      }
    }
  }

  /**
   * One brand.
   *
   * @param id stable key in every table: letters, digits, dash, underscore
   * @param name as it is shown
   * @param aliases words or phrases by which people name it, matched as whole words, any case
   * @param accounts platform to the accounts or pages that are the brand's own, any case
   * @param exclude words or phrases that rule a mention by alias out
   * @param competitors ids of the brands that share of voice is measured against
   */
  public record Brand(
      String id,
      String name,
      List<String> aliases,
      Map<String, List<String>> accounts,
      List<String> exclude,
      List<String> competitors) {

    public Brand {
      aliases = List.copyOf(aliases);
      exclude = List.copyOf(exclude);
      competitors = List.copyOf(competitors);
      Map<String, List<String>> sorted = new TreeMap<>();
      accounts.forEach((platform, names) -> sorted.put(platform, List.copyOf(names)));
      accounts = java.util.Collections.unmodifiableMap(sorted);
      if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
        throw new IllegalArgumentException(
            "brand id '" + id + "' may hold letters, digits, dash and underscore only");
      }
      if (name.isBlank()) {
        throw new IllegalArgumentException("brand '" + id + "' has no name");
      }
      if (aliases.isEmpty() || aliases.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException(
            "brand '" + id + "' has no alias or an empty one, so nothing would be found");
      }
    }
  }
}
