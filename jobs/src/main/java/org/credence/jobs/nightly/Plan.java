package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Source;

/**
 * What a night would run and why, found without Spark.
 *
 * @param date of the night
 * @param published last day of what is published, later than the date on a lake that is further
 * @param decisions a line a stage, in order
 * @param drops what the night takes, as the archive is now
 * @param changes against what the last ingest saw
 * @param labels bytes of the label files that would be learnt from
 */
public record Plan(
    LocalDate date,
    LocalDate published,
    List<Decision> decisions,
    Map<String, DropListing> drops,
    DropChanges changes,
    long labels) {

  /** Of archive, and of labels: about what is read and learnt while Java would still warm up. */
  private static final long SMALL_BYTES = 32_000_000;

  private static final long SMALL_LABELS = 1_000_000;

  /** Of archive and labels: the drops of an ordinary night of a small company. */
  private static final long TINY_BYTES = 1_000_000;

  private static final Set<String> NEWS =
      Set.of(Ingredients.DROPS, Ingredients.DATE, Ingredients.PAGE);

  /** Stages whose result each stage reads. */
  private static final Map<Step, List<Step>> READS =
      Map.of(
          Step.APPLY, List.of(Step.INGEST, Step.TRAIN),
          Step.TOPICS, List.of(Step.APPLY),
          Step.CUBES, List.of(Step.APPLY, Step.TOPICS),
          Step.REPORT, List.of(Step.CUBES),
          Step.MAINTAIN, List.of(Step.CUBES));

  public Plan {
    decisions = List.copyOf(decisions);
  }

  /** A date that is no night: no drop is dated so. */
  static Plan nothing(LocalDate date) {
    return new Plan(date, date, List.of(), Map.of(), new DropChanges(0, 0, 0, 0), 0);
  }

  static Plan of(
      List<Step> steps,
      Ingredients ingredients,
      Ledger ledger,
      Map<String, DropListing> drops,
      boolean force) {
    DropChanges changes = DropChanges.between(ledger.drops(), drops);
    List<Decision> decisions = new ArrayList<>();
    Set<Step> due = new HashSet<>();
    for (Step step : steps) {
      Decision own = decide(step, ingredients, ledger, changes, force);
      Decision decision = own.due() ? own : upstream(step, due).orElse(own);
      if (decision.due()) {
        due.add(step);
      }
      decisions.add(decision);
    }
    long labels = due.contains(Step.TRAIN) ? ingredients.labelBytes() : 0;
    Dates dates = ingredients.dates();
    return new Plan(dates.night(), dates.published(), decisions, drops, changes, labels);
  }

  /** Whether a stage is due as things are now, when what comes before it has been done. */
  static Decision decide(
      Step step, Ingredients ingredients, Ledger ledger, DropChanges changes, boolean force) {
    if (force) {
      return Decision.due(step, "--force");
    }
    Optional<Ledger.Entry> done = ledger.of(step);
    if (done.isEmpty()) {
      String what = step == Step.INGEST ? ", " + changes.summary() : "";
      return Decision.due(step, "never done here" + what);
    }
    Set<String> different = different(done.get().ingredients(), ingredients.of(step, ledger));
    if (different.isEmpty()) {
      return Decision.done(step, "done by run " + done.get().run());
    }
    String why = why(different, changes);
    return NEWS.containsAll(different) ? Decision.news(step, why) : Decision.due(step, why);
  }

  private static Set<String> different(Map<String, String> before, Map<String, String> now) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), now.get(name)));
    return names;
  }

  private static String why(Set<String> different, DropChanges changes) {
    List<String> reasons = new ArrayList<>();
    for (String name : different) {
      boolean drops = name.equals(Ingredients.DROPS) && !changes.none();
      reasons.add(drops ? changes.summary() : name + " changed");
    }
    return String.join("; ", reasons);
  }

  private static Optional<Decision> upstream(Step step, Set<Step> due) {
    return READS.getOrDefault(step, List.of()).stream()
        .filter(due::contains)
        .findFirst()
        .map(before -> Decision.news(step, before.id() + " runs before it"));
  }

  /** Daily sources that have delivered nothing for the date. */
  public List<String> awaited(SourcesFile sources) {
    return sources.sources().stream()
        .filter(source -> source.expected() == Expected.DAILY)
        .filter(source -> !drops.containsKey(source.folder() + "/" + date))
        .map(Source::name)
        .toList();
  }

  public boolean idle() {
    return decisions.stream().noneMatch(Decision::due);
  }

  public Work work() {
    if (idle()) {
      return Work.NONE;
    }
    boolean onlyNews = decisions.stream().allMatch(Decision::onlyNews);
    long bytes =
        onlyNews ? changes.bytes() : drops.values().stream().mapToLong(DropListing::bytes).sum();
    if (bytes + labels <= TINY_BYTES) {
      return Work.TINY;
    }
    return bytes <= SMALL_BYTES && labels <= SMALL_LABELS ? Work.SMALL : Work.LARGE;
  }
}
