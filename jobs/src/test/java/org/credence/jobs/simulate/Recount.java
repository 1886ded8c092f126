package org.credence.jobs.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.credence.jobs.simulate.Found.FoundPost;
import org.credence.settings.BrandsFile.Brand;

/** Counts an archive again from its bytes and from conf/brands.yaml, as a night would. */
final class Recount {

  /** By file: read, accepted, rejected, duplicate, out of scope, notices. */
  final Map<String, List<Integer>> files = new TreeMap<>();

  /** By brand and day: what {@link Tally} holds. */
  final Map<String, Tally> tallies = new TreeMap<>();

  final Map<String, FoundPost> posts = new HashMap<>();
  private final Set<String> erased = new HashSet<>();
  private final List<Brand> brands;

  Recount(Path archive, List<Brand> brands) throws IOException {
    this.brands = brands;
    try (Stream<Path> paths = Files.walk(archive)) {
      List<Path> inOrder =
          paths
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(p -> p.getName(p.getNameCount() - 2) + "/" + p))
              .toList();
      for (Path path : inOrder) {
        read(archive, path);
      }
    }
    posts.keySet().removeAll(erased);
    bots();
    posts.values().forEach(this::count);
  }

  static final class Tally {
    int posts;
    int reposts;
    int company;
    int bot;
    int unscored;
    long likes;
    long shares;
    long comments;
    final Set<String> people = new HashSet<>();
  }

  private final Map<String, List<String>> textsOfDay = new HashMap<>();

  private void read(Path archive, Path path) throws IOException {
    int[] counts = new int[6];
    for (Found found : ArchiveRecount.records(path)) {
      counts[0]++;
      if (found.equals(Found.WITHHELD)) {
        counts[4]++;
      } else if (!found.erases().isEmpty()) {
        counts[5]++;
        erased.add("twitter/" + found.erases());
      } else if (found.posts().isEmpty()) {
        counts[2]++;
      } else {
        FoundPost first = found.posts().get(0);
        counts[posts.containsKey(first.platform() + "/" + first.id()) ? 3 : 1]++;
        found.posts().forEach(post -> posts.put(post.platform() + "/" + post.id(), post));
      }
    }
    files.put(
        archive.relativize(path).toString(),
        List.of(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]));
  }

  private void bots() {
    for (FoundPost post : posts.values()) {
      for (Brand brand : brands) {
        if (mentions(brand, post)) {
          textsOfDay
              .computeIfAbsent(authorDay(brand, post), key -> new ArrayList<>())
              .add(post.text());
        }
      }
    }
  }

  private void count(FoundPost post) {
    for (Brand brand : brands) {
      if (!mentions(brand, post)) {
        continue;
      }
      Tally tally = tallies.computeIfAbsent(brand.id() + " " + day(post), key -> new Tally());
      if (byCompany(brand, post)) {
        tally.company++;
      } else {
        tally.posts++;
        tally.people.add(post.platform() + "/" + post.author());
        if (post.kind().equals("repost")) {
          tally.reposts++;
        } else {
          List<String> texts = textsOfDay.getOrDefault(authorDay(brand, post), List.of());
          boolean bot = texts.size() >= 20 && new HashSet<>(texts).size() <= texts.size() * 0.2;
          tally.bot += bot ? 1 : 0;
          tally.unscored += post.language().equals("es") ? 1 : 0;
        }
      }
      tally.likes += post.responses().likes();
      tally.shares += post.responses().shares();
      tally.comments += post.responses().comments();
    }
  }

  static LocalDate day(FoundPost post) {
    return LocalDate.ofInstant(post.time(), ZoneId.of("Europe/Paris"));
  }

  private static String authorDay(Brand brand, FoundPost post) {
    return brand.id() + " " + day(post) + " " + post.platform() + "/" + post.author();
  }

  private static boolean byCompany(Brand brand, FoundPost post) {
    return own(brand, post).anyMatch(account -> post.accounts().contains(account));
  }

  private static boolean mentions(Brand brand, FoundPost post) {
    String text = post.text().toLowerCase(Locale.ROOT);
    boolean named = brand.aliases().stream().anyMatch(alias -> holds(text, alias));
    boolean ruledOut = brand.exclude().stream().anyMatch(word -> holds(text, word));
    return (named && !ruledOut)
        || own(brand, post).anyMatch(account -> holds(text, "@" + account))
        || own(brand, post).anyMatch(account -> post.accounts().contains("page:" + account))
        || byCompany(brand, post);
  }

  private static Stream<String> own(Brand brand, FoundPost post) {
    return brand.accounts().getOrDefault(post.platform(), List.of()).stream()
        .map(account -> account.toLowerCase(Locale.ROOT));
  }

  private static final Map<String, Pattern> WORDS = new HashMap<>();

  private static boolean holds(String text, String phrase) {
    String word = phrase.toLowerCase(Locale.ROOT);
    return text.contains(word)
        && WORDS
            .computeIfAbsent(
                word,
                w ->
                    Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])" + Pattern.quote(w) + "(?![\\p{L}\\p{N}_])"))
            .matcher(text)
            .find();
  }
}
