package org.credence.jobs.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.credence.jobs.StageResult;

/**
 * What was reported.
 *
 * @param page address of the page
 * @param edition that it was read from
 */
public record ReportResult(String page, String edition, int brands, int flagged)
    implements StageResult {

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("page", page);
    figures.put("edition", edition);
    figures.put("brands", brands);
    figures.put("changes_told_from_noise", flagged);
    return figures;
  }

  @Override
  public String summary() {
    return "%d brands with figures, %d changes told from noise".formatted(brands, flagged);
  }
}
