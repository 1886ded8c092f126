package org.credence.cubes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.lake.Eras;
import org.credence.settings.Digest;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * What is published together: {@code edition.json} of an edition's folder.
 *
 * @param format version of this file
 * @param night last day that is published, {@code YYYY-MM-DD}
 * @param methodologyVersion how cells are computed
 * @param taxonomyVersion brands and trust model
 * @param inputs what went in: snapshots and digests by name
 * @param cubes months of each cube
 * @param before the edition that stood when this one was published, empty for none
 * @param accepted audits in spite of which it was published
 * @param intake by night and source, of the last weeks
 */
public record Edition(
    int format,
    String name,
    String night,
    String methodologyVersion,
    String taxonomyVersion,
    SortedMap<String, String> inputs,
    SortedMap<String, SortedMap<String, Month>> cubes,
    String before,
    List<AcceptedAudit> accepted,
    SortedMap<String, SortedMap<String, Intake>> intake) {

  /** 1 knew no edition before, no accepted audits and no intake. */
  static final int FORMAT = 2;

  static final String FILE = "edition.json";

  /** Name of the input that tells what scored which days, in the form of {@link Eras}. */
  public static final String METHODOLOGIES = "methodologies";

  /** Of the files of a cube: {@code YYYY-MM} of the period's first day. */
  static final String PARTITION = "month";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  public Edition {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    cubes = Collections.unmodifiableSortedMap(new TreeMap<>(cubes));
    before = Objects.requireNonNullElse(before, "");
    accepted = List.copyOf(Objects.requireNonNullElse(accepted, List.of()));
    intake =
        Collections.unmodifiableSortedMap(
            new TreeMap<>(Objects.requireNonNullElse(intake, new TreeMap<>())));
  }

  /** The same, with how it came to be published. */
  public Edition published(
      Optional<Edition> stood,
      List<AcceptedAudit> inSpiteOf,
      SortedMap<String, SortedMap<String, Intake>> usual) {
    return new Edition(
        format,
        name,
        night,
        methodologyVersion,
        taxonomyVersion,
        inputs,
        cubes,
        stood.map(Edition::name).orElse(""),
        inSpiteOf,
        usual);
  }

  /**
   * The rows of one cube whose periods begin in one month.
   *
   * @param files names below the month's folder
   * @param contentHash of the rows without the edition's name, whatever their order
   */
  public record Month(
      List<String> files, long cells, long suppressed, long missing, String contentHash) {
    public Month {
      files = List.copyOf(files);
    }
  }

  /** What scored which days; nothing before the first, and in editions of older releases. */
  public Optional<Eras> methodologies() {
    return Optional.ofNullable(inputs.get(METHODOLOGIES))
        .filter(text -> !text.isEmpty())
        .map(Eras::parse);
  }

  /** The months of a cube; none when it was not published yet. */
  public SortedMap<String, Month> months(Cube cube) {
    return cubes.getOrDefault(cube.name(), Collections.emptySortedMap());
  }

  /** Of all rows of a cube, without the edition's name. */
  public String contentHash(String cube) {
    StringBuilder months = new StringBuilder();
    cubes
        .getOrDefault(cube, Collections.emptySortedMap())
        .forEach((month, is) -> months.append(month).append(' ').append(is.contentHash()));
    return Digest.of(months);
  }

  public long cells(String cube) {
    return sum(cube, Month::cells);
  }

  public long suppressed(String cube) {
    return sum(cube, Month::suppressed);
  }

  /** The keys of a cube's files below the folder of all editions, in order. */
  public List<String> files(Cube cube) {
    return files(cube, months(cube).keySet());
  }

  /** Of these months only, {@code YYYY-MM}. */
  List<String> files(Cube cube, Set<String> of) {
    return months(cube).entrySet().stream()
        .filter(month -> of.contains(month.getKey()))
        .flatMap(
            month ->
                month.getValue().files().stream()
                    .map(file -> folder(name, cube, month.getKey()) + "/" + file))
        .toList();
  }

  /** The keys of all files of all cubes below the folder of all editions; needs no Spark. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    cubes.forEach(
        (cube, months) ->
            months.forEach(
                (month, is) ->
                    is.files().forEach(file -> files.add(folder(name, cube, month) + "/" + file))));
    return files;
  }

  static String folder(String edition, Cube cube, String month) {
    return folder(edition, cube.name(), month);
  }

  private static String folder(String edition, String cube, String month) {
    return edition + "/" + cube + "/" + PARTITION + "=" + month;
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an edition is plain text and numbers", e);
    }
  }

  static Edition fromJson(String key, String json) {
    try {
      int format = JSON.readTree(json).path("format").asInt();
      if (format > FORMAT) {
        throw unreadable(key, "it was written by a newer Credence, format " + format);
      }
      return JSON.readValue(json, Edition.class);
    } catch (JsonProcessingException e) {
      throw unreadable(key, "it is damaged");
    }
  }

  private static Refusal unreadable(String key, String reason) {
    return new Refusal(
        "Can't read the published edition " + key,
        reason,
        "Run the release that wrote it, or remove LATEST to publish everything anew",
        ExitCode.INPUT_NOT_READY);
  }

  private long sum(String cube, java.util.function.ToLongFunction<Month> count) {
    Map<String, Month> months = cubes.getOrDefault(cube, Collections.emptySortedMap());
    return months.values().stream().mapToLong(count).sum();
  }
}
