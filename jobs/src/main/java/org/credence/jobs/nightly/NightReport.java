package org.credence.jobs.nightly;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a night ended well.
 *
 * @param record fields of the run record; empty when there was nothing to do
 * @param recordAddress of the record, or empty
 * @param edition published now or before
 * @param report address of the report's first page, when it is there
 * @param cubes root of the published cubes
 */
public record NightReport(
    Plan plan,
    Map<String, Object> record,
    String recordAddress,
    Optional<String> edition,
    Optional<String> report,
    URI cubes) {

  public NightReport {
    record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
  }

  public String status() {
    return plan.idle()
        ? "nothing to do"
        : String.valueOf(record.getOrDefault("status", RunRecord.PUBLISHED));
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
