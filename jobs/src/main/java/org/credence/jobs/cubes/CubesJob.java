package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_date;
import static org.credence.jobs.cubes.Series.isOfEmployees;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.credence.cubes.Cells;
import org.credence.cubes.Conversation;
import org.credence.cubes.Cube;
import org.credence.cubes.CubeRegistry;
import org.credence.cubes.DataCoverage;
import org.credence.cubes.Edition;
import org.credence.cubes.Editions;
import org.credence.cubes.Engagement;
import org.credence.cubes.Level;
import org.credence.cubes.ModelWatch;
import org.credence.cubes.Survey;
import org.credence.cubes.Trust;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.lake.Coverage;
import org.credence.lake.Eras;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.models.Methodology;
import org.credence.settings.BrandsFile.Brand;

/**
 * Sums what is new to parts, computes the cells that it reaches, audits them, and publishes a whole
 * edition, or nothing.
 *
 * <p>Reads mentions and coverage; writes parts and an edition of the cubes.
 */
public final class CubesJob implements Stage {

  private static final CubeRegistry REGISTRY = CubeRegistry.SHIPPED;

  /** For spark-submit. */
  public static void main(String[] options) {
    StageMain.run("cubes", options);
  }

  @Override
  public String name() {
    return "cubes";
  }

  @Override
  public CubesResult run(Night night) {
    night.progress().step("summing mentions to parts");
    Eras eras = Eras.of(night.lake()).orElse(Inputs.NOT_SCORED);
    Epochs epochs = Epochs.of(night, eras);
    new PartsUpdate(night.lake(), PartRules.of(night.settings().credence().bots(), epochs))
        .run(night.force());
    Deliveries deliveries =
        Deliveries.of(night.lake().read(Coverage.TABLE), night.settings().sources(), night.date());
    Surveys surveys = Surveys.of(night);
    Inputs inputs =
        Inputs.of(
            night.settings(),
            night.date(),
            night.lake(),
            deliveries,
            surveys.digest(),
            eras,
            epochs,
            REGISTRY);
    Editions editions = new Editions(night.cubes());
    Optional<Edition> before = editions.latest();
    Optional<SortedSet<LocalDate>> touched =
        night.force()
            ? Optional.empty()
            : before.flatMap(edition -> inputs.since(edition, night.lake()));
    if (before.isPresent() && touched.isPresent() && touched.get().isEmpty()) {
      return CubesResult.of(before.get(), false, new TreeMap<>());
    }
    Scope scope = Scope.of(touched.orElseGet(() -> allDays(night, deliveries)));
    night.progress().step("estimating cells of %d months".formatted(scope.months().size()));
    Dataset<Row> estimates =
        estimates(night, scope, inputs, epochs).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<Cube, Dataset<Row>> cells = cells(night, scope, estimates, deliveries, surveys, epochs);
      Inspection inspection =
          Inspection.of(cells, Audit.all(leastPeople(night), leastEmployees(night)));
      Judgement judgement = NightAudits.judge(night, deliveries, before, inspection, eras, cells);
      night.progress().step("writing the edition");
      Publication publication =
          new Publication(
              editions,
              before,
              REGISTRY,
              inputs,
              judgement,
              night.settings(),
              night.lake().fence());
      Optional<SortedSet<String>> months = touched.map(any -> scope.monthNames());
      return publication.publish(cells, inspection, months, taxonomy(night), night.force());
    } finally {
      estimates.unpersist();
    }
  }

  private static String taxonomy(Night night) {
    return Methodology.taxonomy(night.settings().brands(), night.settings().trustModel());
  }

  /** Days with parts, and all days since the first drop: on those silence is known, too. */
  private static SortedSet<LocalDate> allDays(Night night, Deliveries deliveries) {
    SortedSet<LocalDate> days = new TreeSet<>();
    night
        .lake()
        .read(Parts.TABLE)
        .select(unix_date(Posts.DAY.col()))
        .distinct()
        .collectAsList()
        .forEach(row -> days.add(LocalDate.ofEpochDay(row.getInt(0))));
    deliveries
        .first()
        .ifPresent(first -> first.datesUntil(night.date().plusDays(1)).forEach(days::add));
    return days.headSet(night.date().plusDays(1));
  }

  private static Dataset<Row> estimates(Night night, Scope scope, Inputs inputs, Epochs epochs) {
    CellRules rules =
        new CellRules(
            leastPeople(night),
            leastEmployees(night),
            night.date(),
            inputs.firstDrop().orElse(night.date().plusDays(1)),
            inputs.gaps(),
            scope.quarters(),
            scope.monthNames(),
            epochs);
    SortedSet<String> brands = new TreeSet<>();
    for (Brand brand : night.settings().brands().brands()) {
      brands.add(brand.id());
    }
    Dataset<Row> parts =
        night
            .lake()
            .read(Parts.TABLE)
            .filter(Days.among(Level.QUARTER, scope.quarters()))
            .filter(Mentions.BRAND.col().isInCollection(brands))
            .filter(lit(night.settings().credence().employees().read()).or(not(isOfEmployees())));
    return CellEstimates.estimate(parts, brands, rules);
  }

  private static List<WatchedDay> watched(Night night, Scope scope) {
    return WatchedDay.of(
        night
            .lake()
            .read(Parts.TABLE)
            .filter(Days.among(Level.MONTH, scope.months()))
            .filter(Posts.DAY.col().leq(lit(night.date()))));
  }

  private static int leastPeople(Night night) {
    return night.settings().credence().minimumCellSize();
  }

  /** Never fewer than of anybody else. */
  private static int leastEmployees(Night night) {
    int ofEmployees = night.settings().credence().employees().minimumCellSize();
    return Math.max(leastPeople(night), ofEmployees);
  }

  private static Map<Cube, Dataset<Row>> cells(
      Night night,
      Scope scope,
      Dataset<Row> estimates,
      Deliveries deliveries,
      Surveys surveys,
      Epochs epochs) {
    Map<Cube, Dataset<Row>> cells = new LinkedHashMap<>();
    Dataset<Row> conversation = CellEstimates.of(estimates, Conversation.CUBE);
    cells.put(Conversation.CUBE, ShareOfVoice.add(conversation, night.settings().brands(), epochs));
    cells.put(Trust.CUBE, FalseDiscoveries.control(CellEstimates.of(estimates, Trust.CUBE)));
    cells.put(Engagement.CUBE, CellEstimates.of(estimates, Engagement.CUBE));
    cells.put(
        DataCoverage.CUBE,
        night.spark().createDataFrame(deliveries.cells(), DataCoverage.CUBE.table().schema()));
    cells.put(
        ModelWatch.CUBE,
        night
            .spark()
            .createDataFrame(
                new ModelsWatched(epochs, leastPeople(night)).cells(watched(night, scope)),
                ModelWatch.CUBE.table().schema()));
    if (!surveys.results().isEmpty()) {
      List<Row> asked = surveys.cells(leastPeople(night));
      cells.put(Survey.CUBE, night.spark().createDataFrame(asked, Survey.CUBE.table().schema()));
    }
    Map<Field, Column> versions =
        Map.of(Cells.EDITION, lit(""), Cells.METHODOLOGY_VERSION, lit(REGISTRY.methodology()));
    cells.replaceAll((cube, rows) -> cube.table().conform(rows, versions));
    return cells;
  }
}
