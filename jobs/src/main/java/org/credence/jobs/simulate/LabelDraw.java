package org.credence.jobs.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws the posts that annotators label: as many of each brand and language, at most one of an
 * author and day, uniformly among what the first nights delivered (reservoir sampling: Vitter
 * 1985). One label in twenty is wrong.
 */
final class LabelDraw {

  static final int TOTAL = 2_000;

  private static final int LABELLED_NIGHTS = 40;
  private static final int WRONG_ONE_IN = 20;
  private static final List<String> LANGUAGES = List.of("en", "fr");

  private final LocalDate lastDrop;
  private final Dice dice;
  private final Dice mistakes;
  private final Map<String, Stratum> strata = new TreeMap<>();
  private final Set<String> drawnToday = new HashSet<>();
  private LocalDate today;

  LabelDraw(SimulationOptions options) {
    this.lastDrop = options.firstDrop().plusDays(LABELLED_NIGHTS - 1L);
    this.dice = Dice.of(options.seed(), "labels");
    this.mistakes = Dice.of(options.seed(), "mistakes");
    this.today = options.firstDay();
  }

  private static final class Stratum {
    private final List<Labelled> kept = new ArrayList<>();
    private int offered;
  }

  private record Labelled(
      String id, String language, String group, String text, Polarity truth, LocalDate day) {}

  void offer(Post post, LocalDate drop) {
    if (drop.isAfter(lastDrop) || !labelled(post) || !firstOfItsAuthor(post)) {
      return;
    }
    String group = post.firms().get(0).id();
    Stratum stratum = strata.computeIfAbsent(group + "|" + post.language(), key -> new Stratum());
    int capacity = TOTAL / (Cast.FIRMS.size() * LANGUAGES.size());
    int slot = stratum.offered < capacity ? stratum.offered : dice.below(stratum.offered + 1);
    stratum.offered++;
    if (slot >= capacity) {
      return;
    }
    String text = post.text().replace('\n', ' ').replace('\t', ' ');
    Labelled row =
        new Labelled(post.id(), post.language(), group, text, post.polarity(), post.day());
    if (slot < stratum.kept.size()) {
      stratum.kept.set(slot, row);
    } else {
      stratum.kept.add(row);
    }
  }

  /** The labelled file, tab separated with a header. */
  String table() {
    List<Labelled> rows = new ArrayList<>();
    strata.values().forEach(stratum -> rows.addAll(stratum.kept));
    rows.sort(Comparator.comparing(Labelled::day).thenComparing(Labelled::id));
    StringBuilder table = new StringBuilder("id\tlanguage\tgroup\ttext\tlabel\tday\n");
    Set<Integer> wrong = wrong(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Labelled row = rows.get(i);
      Polarity label = wrong.contains(i) ? Composer.other(row.truth(), mistakes) : row.truth();
      table
          .append(row.id())
          .append('\t')
          .append(row.language())
          .append('\t')
          .append(row.group())
          .append('\t')
          .append(row.text())
          .append('\t')
          .append(label.label())
          .append('\t')
          .append(row.day())
          .append('\n');
    }
    return table.toString();
  }

  private Set<Integer> wrong(int rows) {
    Set<Integer> wrong = new HashSet<>();
    while (wrong.size() < rows / WRONG_ONE_IN) {
      wrong.add(mistakes.below(rows));
    }
    return wrong;
  }

  private static boolean labelled(Post post) {
    return post.original()
        && post.firms().size() == 1
        && post.author().voiceOf().isEmpty()
        && LANGUAGES.contains(post.language())
        && !Crowd.isBot(post.author());
  }

  private boolean firstOfItsAuthor(Post post) {
    if (!post.day().equals(today)) {
      today = post.day();
      drawnToday.clear();
    }
    return drawnToday.add(post.author().key() + post.firms().get(0).id());
  }
}
