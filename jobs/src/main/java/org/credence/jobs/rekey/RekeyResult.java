package org.credence.jobs.rekey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.credence.jobs.StageResult;

/**
 * What was re-keyed.
 *
 * @param tables names of those that were hashed anew
 * @param requests to erase that wait and were hashed anew
 * @param keys in the ring
 */
public record RekeyResult(List<String> tables, int requests, int keys) implements StageResult {

  public RekeyResult {
    tables = List.copyOf(tables);
  }

  /** Whether all was keyed with the newest key before. */
  public boolean nothing() {
    return tables.isEmpty() && requests == 0;
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("tables", tables);
    figures.put("requests", requests);
    figures.put("keys", keys);
    return figures;
  }

  @Override
  public String summary() {
    return nothing()
        ? "all was keyed with the newest key already"
        : "hashed anew: %s; %d waiting requests".formatted(String.join(", ", tables), requests);
  }
}
