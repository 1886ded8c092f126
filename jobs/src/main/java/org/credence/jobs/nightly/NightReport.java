package org.credence.jobs.nightly;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.cubes.Rollback;

/**
 * How a night ended well.
 *
 * @param record fields of the run record; empty when there was nothing to do
 * @param recordAddress of the record, or empty
 * @param edition published now or before
 * @param report address of the report's first page, when it is there
 * @param cubes root of the published cubes
 * @param rolledBack why the edition that stands is not the newest
 */
public record NightReport(
    Plan plan,
    Map<String, Object> record,
    String recordAddress,
    Optional<String> edition,
    Optional<String> report,
    URI cubes,
    Optional<Rollback> rolledBack) {

  /** Status of a night in which nothing was due. */
  public static final String NOTHING = "nothing to do";

  public NightReport {
    record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
  }

  public String status() {
    return plan.idle()
        ? NOTHING
        : String.valueOf(record.getOrDefault("status", RunRecord.PUBLISHED));
  }

  /** The status, with the night that stands when it is another. */
  public String outcome() {
    if (plan.idle()) {
      return NOTHING + ", " + reason();
    }
    return plan.published().equals(plan.date())
        ? status()
        : status() + " as of " + plan.published();
  }

  /** Why a night has nothing to do. */
  public String reason() {
    return plan.decisions().isEmpty() ? "no drop is dated so" : "all is done as it now is";
  }

  /** Audits in spite of which this run published, a line each. */
  public List<String> accepted() {
    if (!(record.get("stages") instanceof List<?> stages)) {
      return List.of();
    }
    return stages.stream()
        .filter(stage -> stage instanceof Map<?, ?> map && map.get("figures") instanceof Map<?, ?>)
        .map(stage -> (Map<?, ?>) ((Map<?, ?>) stage).get("figures"))
        .filter(figures -> figures.get("accepted") instanceof List<?>)
        .flatMap(figures -> ((List<?>) figures.get("accepted")).stream())
        .map(audit -> (Map<?, ?>) audit)
        .map(audit -> "%s accepted: %s".formatted(audit.get("audit"), audit.get("reason")))
        .toList();
  }

  /** What is missing in the data of this run, a line each. */
  public List<String> gaps() {
    return record.get("gaps") instanceof List<?> gaps
        ? gaps.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A line for a shell that shows the newest figures of a cube. */
  public Optional<String> query() {
    return edition.map(
        name ->
            "duckdb -c \"SELECT * FROM read_parquet('%s/conversation/*/*.parquet') LIMIT 20\""
                .formatted(local(cubes) + "/" + name));
  }

  /** A local address as a path, another as it is. */
  public static String local(URI address) {
    return "file".equals(address.getScheme())
        ? Path.of(address).toString()
        : address.toString().replaceFirst("/$", "");
  }
}
