package org.credence.jobs.maintain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.credence.jobs.StageResult;

/**
 * What a night's upkeep did.
 *
 * @param thorough whether everything was listed and packed
 * @param halfWritten editions and files that a crash had left
 * @param oldEditions names of the editions that went for their age
 */
public record MaintainResult(
    boolean thorough,
    AgedRows.Cleared aged,
    TableCare.Done tables,
    Purge.Outcome purged,
    int halfWritten,
    List<String> oldEditions,
    DatedFiles.Removed dated,
    Disk disk)
    implements StageResult {

  public MaintainResult {
    oldEditions = List.copyOf(oldEditions);
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("thorough", thorough);
    figures.put("files_packed", tables.rewritten());
    figures.put("files_written", tables.written());
    figures.put("snapshots_expired", tables.expired());
    figures.put("orphan_files", tables.orphans() + halfWritten);
    figures.put("purge", purged.words());
    figures.put("requests_purged", purged.requests());
    figures.put("editions_removed", oldEditions.size() + disk.freed().size());
    figures.put("text_months_cleared", aged.textMonths().stream().map(String::valueOf).toList());
    figures.put("rejects_cleared", aged.rejects());
    figures.put("run_records_removed", dated.runs());
    figures.put("logs_removed", dated.logs());
    figures.put("reports_removed", dated.reports());
    figures.put("lake_bytes", disk.lake());
    figures.put("cubes_bytes", disk.cubes());
    figures.put("bytes_over_budget", disk.over());
    return figures;
  }

  @Override
  public String summary() {
    String summary =
        String.format(
            Locale.ROOT,
            "%,d files packed to %,d, %,d snapshots and %,d editions gone, %.1f MB",
            tables.rewritten(),
            tables.written(),
            tables.expired(),
            oldEditions.size() + disk.freed().size(),
            (disk.lake() + disk.cubes()) / 1e6);
    String erased =
        purged.state() == Purge.State.NOTHING ? summary : summary + "; " + purged.words();
    return disk.warning().map(warning -> erased + "; " + warning).orElse(erased);
  }
}
