package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.cubes.CubeRegistry;
import org.credence.cubes.Edition;
import org.credence.lake.Eras;
import org.credence.lake.Lake;
import org.credence.lake.Parts;
import org.credence.lake.TouchedDays;
import org.credence.settings.Digest;
import org.credence.settings.Settings;

/**
 * What an edition was computed from, kept in it, so that the next one knows what has changed.
 *
 * @param parts snapshot of the parts, none before the first
 * @param rules digest of all settings and models that cells depend on
 * @param methodologies what scored which days, in the form of {@link Eras}; empty for nothing
 * @param surveys digest of the results of surveys, empty without any
 * @param firstDrop from here on a silent day is known to be silent
 */
record Inputs(
    LocalDate night,
    String parts,
    String rules,
    String methodologies,
    Optional<LocalDate> firstDrop,
    SortedMap<LocalDate, Integer> gaps,
    String surveys) {

  /** A new one computes everything anew. */
  private static final int VERSION = 4;

  private static final String NONE = "none";
  private static final String SURVEYS = "surveys";

  /** Of a lake without mentions. */
  static final Eras NOT_SCORED = Eras.all(NONE);

  static Inputs of(
      Settings settings,
      LocalDate night,
      Lake lake,
      Deliveries deliveries,
      String surveys,
      Eras eras,
      Epochs epochs,
      CubeRegistry registry) {
    String rules =
        Digest.of(
            VERSION,
            registry.methodology(),
            settings.credence().minimumCellSize(),
            settings.credence().employees(),
            settings.credence().reportingTimeZone(),
            settings.brands(),
            epochs);
    return new Inputs(
        night,
        lake.snapshot(Parts.TABLE).map(String::valueOf).orElse(NONE),
        rules,
        eras.equals(NOT_SCORED) ? "" : eras.format(),
        deliveries.first(),
        deliveries.gaps(),
        surveys);
  }

  SortedMap<String, String> toMap() {
    SortedMap<String, String> map = new TreeMap<>();
    map.put("parts", parts);
    map.put("rules", rules);
    map.put(Edition.METHODOLOGIES, methodologies);
    map.put("first_drop", firstDrop.map(LocalDate::toString).orElse(NONE));
    map.put("gaps", gapText());
    map.put(SURVEYS, surveys);
    return map;
  }

  private String gapText() {
    return String.join(
        ",", gaps.entrySet().stream().map(gap -> gap.getKey() + "=" + gap.getValue()).toList());
  }

  private static SortedMap<LocalDate, Integer> gaps(String text) {
    SortedMap<LocalDate, Integer> gaps = new TreeMap<>();
    if (!text.isEmpty()) {
      for (String gap : text.split(",", -1)) {
        gaps.put(LocalDate.parse(gap.substring(0, 10)), Integer.valueOf(gap.substring(11)));
      }
    }
    return gaps;
  }

  /**
   * Days whose cells may differ from those of an edition; nothing when all may.
   *
   * <p>Besides days with other parts or gaps: the days between the two nights, and the running
   * periods of both, which end or begin to run.
   */
  Optional<SortedSet<LocalDate>> since(Edition edition, Lake lake) {
    SortedMap<String, String> then = edition.inputs();
    if (!rules.equals(then.get("rules"))
        || !java.util.Objects.equals(toMap().get("first_drop"), then.get("first_drop"))) {
      return Optional.empty();
    }
    SortedSet<LocalDate> days = new TreeSet<>();
    if (!parts.equals(then.get("parts"))) {
      Optional<SortedSet<LocalDate>> touched =
          TouchedDays.since(lake, Parts.TABLE, String.valueOf(then.get("parts")));
      if (touched.isEmpty()) {
        return Optional.empty();
      }
      days.addAll(touched.get());
    }
    SortedMap<LocalDate, Integer> gapsThen = gaps(then.getOrDefault("gaps", ""));
    SortedSet<LocalDate> anyGap = new TreeSet<>(gaps.keySet());
    anyGap.addAll(gapsThen.keySet());
    anyGap.stream()
        .filter(day -> !gaps.getOrDefault(day, 0).equals(gapsThen.getOrDefault(day, 0)))
        .forEach(days::add);
    LocalDate nightThen = LocalDate.parse(edition.night());
    if (!surveys.equals(then.getOrDefault(SURVEYS, ""))) {
      days.add(night);
    }
    if (!night.equals(nightThen)) {
      LocalDate first = night.isBefore(nightThen) ? night : nightThen;
      LocalDate last = night.isBefore(nightThen) ? nightThen : night;
      first.datesUntil(last.plusDays(1)).forEach(days::add);
    }
    return Optional.of(days);
  }
}
