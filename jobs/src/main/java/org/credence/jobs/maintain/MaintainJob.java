package org.credence.jobs.maintain;

import java.util.List;
import org.credence.cubes.EditionStock;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.settings.CredenceSettings;

/**
 * Leaves a lake with the same rows in fewer and smaller files, and without what is too old. Does
 * little on most nights: metadata tells where there is something to gain.
 */
public final class MaintainJob implements Stage {

  /** For spark-submit; the options are those of {@code credence maintain}. */
  public static void main(String[] options) {
    StageMain.run("maintain", options);
  }

  @Override
  public String name() {
    return "maintain";
  }

  @Override
  public MaintainResult run(Night night) {
    CredenceSettings settings = night.settings().credence();
    Sweeps sweeps = Sweeps.of(night, settings.upkeep().sweepDays());
    night.progress().step("clearing the tables");
    AgedRows aged = new AgedRows(night.lake(), night.date(), settings.retention());
    AgedRows.Cleared cleared = aged.clear();
    Purge purge = Purge.of(night);
    TableCare.Done tables = new TableCare(night, sweeps.due() || purge.requested()).run();
    Purge.Outcome purged = purge.run();
    night.progress().step("clearing editions, records and logs");
    EditionStock editions = EditionStock.of(night.cubes());
    int half = editions.removeHalfWritten();
    List<String> old =
        editions.removeOld(settings.editions().keepNights(), settings.editions().keepMonthEnds());
    DatedFiles.Removed dated = DatedFiles.clear(night, settings.retention());
    Disk disk = Disk.within(settings, tables.bytes(), editions);
    sweeps.done();
    MaintainResult result =
        new MaintainResult(sweeps.due(), cleared, tables, purged, half, old, dated, disk);
    disk.warning().ifPresent(night.progress()::note);
    return result;
  }
}
