package org.credence.jobs.cubes;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.credence.cubes.Cells;
import org.credence.jobs.Night;
import org.credence.lake.Eras;
import org.credence.models.Methodologies;
import org.credence.models.Methodology;
import org.credence.models.ModelStore;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.TrustModelFile;

/**
 * What scored which days, and what the figures of each brand depend on: where that changes, its
 * series breaks.
 *
 * @param list in order and without a hole
 */
record Epochs(List<Epoch> list) implements Serializable {

  private static final String SENTIMENT = "sentiment";

  Epochs {
    list = List.copyOf(list);
  }

  /**
   * What a brand's figures depend on.
   *
   * @param counts digest of what its volumes do
   * @param scores digest of what its trust figures do
   */
  record Marks(String counts, String scores) implements Serializable {}

  /**
   * Days that one methodology scored.
   *
   * @param end the day after the last
   * @param brands that were looked for; nothing when it is not known what was
   * @param clusters of the trust model, by attribute
   * @param quality of the models
   */
  record Epoch(
      LocalDate first,
      LocalDate end,
      String methodology,
      String taxonomy,
      SortedMap<String, Marks> brands,
      SortedMap<String, String> clusters,
      SentimentQuality quality)
      implements Serializable {
    Epoch {
      brands = Collections.unmodifiableSortedMap(new TreeMap<>(brands));
      clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
    }

    boolean overlaps(LocalDate from, LocalDate to) {
      return first.isBefore(to) && end.isAfter(from);
    }

    /** Of a brand; nothing when it was not looked for. */
    private Optional<Marks> marks(String brand) {
      return brands.isEmpty()
          ? Optional.of(new Marks(methodology, methodology))
          : Optional.ofNullable(brands.get(brand));
    }
  }

  /** Those of the mentions of the night's lake. */
  static Epochs of(Night night, Eras eras) {
    Methodologies kept = new Methodologies(night.models());
    ModelStore models = new ModelStore(night.models());
    List<Epoch> epochs = new ArrayList<>();
    for (Eras.Era era : eras.list()) {
      epochs.add(
          kept.find(era.methodology())
              .map(is -> epoch(era, is, SentimentQuality.of(models.cards(SENTIMENT, is.models()))))
              .orElseGet(() -> unknown(night, era)));
    }
    return new Epochs(epochs);
  }

  private static Epoch epoch(Eras.Era era, Methodology is, SentimentQuality quality) {
    SortedMap<String, Marks> brands = new TreeMap<>();
    for (Brand brand : is.brands().brands()) {
      brands.put(
          brand.id(),
          new Marks(is.counts(brand.id()).orElseThrow(), is.scores(brand.id()).orElseThrow()));
    }
    return new Epoch(
        era.first(), era.end(), era.methodology(), is.taxonomy(), brands, is.clusters(), quality);
  }

  /** A release that kept no methodologies scored by the settings and models of its time. */
  private static Epoch unknown(Night night, Eras.Era era) {
    TrustModelFile trustModel = night.settings().trustModel();
    return new Epoch(
        era.first(),
        era.end(),
        era.methodology(),
        Methodology.taxonomy(night.settings().brands(), trustModel),
        new TreeMap<>(),
        Methodology.clusters(trustModel),
        SentimentQuality.of(night));
  }

  /** What the volumes of a brand depend on; empty where it was not looked for. */
  String counts(String brand, LocalDate first, LocalDate end) {
    return mark(brand, Marks::counts, first, end);
  }

  String counts(String brand, Period period) {
    return counts(brand, period.first(), period.end());
  }

  /** What its trust figures depend on; empty where it was not looked for. */
  String scores(String brand, Period period) {
    return mark(brand, Marks::scores, period.first(), period.end());
  }

  String scores(String brand, LocalDate day) {
    return mark(brand, Marks::scores, day, day.plusDays(1));
  }

  private String mark(String brand, Function<Marks, String> which, LocalDate first, LocalDate end) {
    if (list.size() == 1) {
      return list.get(0).marks(brand).map(which).orElse("");
    }
    SortedSet<String> marks = new TreeSet<>();
    within(first, end).forEach(epoch -> marks.add(epoch.marks(brand).map(which).orElse("")));
    return marks.size() == 1 ? marks.first() : Cells.MIXED;
  }

  /** The models that scored a day; unknown ones before the first. */
  SentimentQuality quality(LocalDate day) {
    return within(day, day.plusDays(1))
        .findFirst()
        .map(Epoch::quality)
        .orElse(SentimentQuality.UNKNOWN);
  }

  private Stream<Epoch> within(LocalDate first, LocalDate end) {
    return list.stream().filter(epoch -> epoch.overlaps(first, end));
  }

  /** Whether figures of two periods may be compared. */
  static boolean isOneSeries(String mark, String other) {
    return mark.equals(other) && !mark.isEmpty() && !mark.equals(Cells.MIXED);
  }

  /** Whether a figure can't be compared with that of the period before, though both are known. */
  static boolean breaks(String before, String mark) {
    return mark.equals(Cells.MIXED)
        || (!before.isEmpty() && !mark.isEmpty() && !before.equals(mark));
  }

  /** Brands and trust models behind a period. */
  String taxonomy(Period period) {
    if (list.size() == 1) {
      return list.get(0).taxonomy();
    }
    SortedSet<String> taxonomies = new TreeSet<>();
    within(period.first(), period.end()).forEach(epoch -> taxonomies.add(epoch.taxonomy()));
    return String.join(",", taxonomies);
  }

  /** How the posteriors of a brand are to be read, by {@link Marks#scores}. */
  SortedMap<String, SentimentQuality> qualities(String brand) {
    SortedMap<String, SentimentQuality> qualities = new TreeMap<>();
    for (Epoch epoch : list) {
      epoch.marks(brand).ifPresent(marks -> qualities.put(marks.scores(), epoch.quality()));
    }
    return qualities;
  }
}
