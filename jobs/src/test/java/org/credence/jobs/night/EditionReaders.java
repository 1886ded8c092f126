package org.credence.jobs.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Cube;
import org.credence.cubes.CubeRegistry;

/**
 * Somebody who reads the published cubes again and again, by the views for DuckDB and by Spark,
 * while nights run, fail and are killed. What he sees must always be one whole edition.
 */
final class EditionReaders implements AutoCloseable {

  private final Path cubes;
  private final SparkSession spark;
  private final List<Thread> threads = new ArrayList<>();
  private final ConcurrentSkipListSet<String> wrong = new ConcurrentSkipListSet<>();
  private final ConcurrentSkipListSet<String> editions = new ConcurrentSkipListSet<>();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean closed;

  /** One way to count the rows of each cube of an edition. */
  private interface Reader {
    Map<String, Long> rows(Path edition) throws Exception;
  }

  EditionReaders(Path cubes, SparkSession spark) {
    this.cubes = cubes;
    this.spark = spark;
    loop("DuckDB", EditionReaders::byDuckDb);
    loop("Spark", this::bySpark);
  }

  private void loop(String name, Reader reader) {
    Thread thread =
        new Thread(
            () -> {
              while (!closed) {
                look(name, reader);
              }
            },
            name);
    thread.start();
    threads.add(thread);
  }

  private void look(String name, Reader reader) {
    try {
      Path edition = cubes.resolve(Files.readString(cubes.resolve("LATEST")).strip());
      Map<String, Long> told = cells(edition);
      Map<String, Long> seen = reader.rows(edition);
      if (!seen.equals(told)) {
        wrong.add("%s saw %s in %s of %s".formatted(name, seen, edition.getFileName(), told));
      }
      editions.add(edition.getFileName().toString());
      reads.incrementAndGet();
      Thread.sleep(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      wrong.add(name + " failed: " + e);
    }
  }

  private static Map<String, Long> cells(Path edition) throws Exception {
    Map<String, Long> cells = new TreeMap<>();
    JsonNode months =
        new ObjectMapper().readTree(edition.resolve("edition.json").toFile()).path("cubes");
    for (Cube cube : CubeRegistry.SHIPPED.cubes()) {
      long sum = 0;
      for (JsonNode month : months.path(cube.name())) {
        sum += month.path("cells").asLong();
      }
      cells.put(cube.name(), sum);
    }
    return cells;
  }

  private static Map<String, Long> byDuckDb(Path edition) throws Exception {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(edition.resolve("views/duckdb.sql")));
      List<String> views = new ArrayList<>();
      try (ResultSet all =
          statement.executeQuery("SELECT view_name FROM duckdb_views() WHERE NOT internal")) {
        while (all.next()) {
          views.add(all.getString(1));
        }
      }
      for (String view : views) {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + view)) {
          count.next();
          rows.merge(view.substring(0, view.indexOf('_')), count.getLong(1), Long::sum);
        }
      }
    }
    return rows;
  }

  private Map<String, Long> bySpark(Path edition) {
    Map<String, Long> rows = new TreeMap<>();
    for (Cube cube : CubeRegistry.SHIPPED.cubes()) {
      Path files = edition.resolve(cube.name());
      boolean some = Files.exists(files);
      rows.put(cube.name(), some ? spark.read().parquet(files.toString()).count() : 0L);
    }
    return rows;
  }

  /** What was not one whole edition; nothing when all was well. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** Editions that were seen. */
  List<String> editions() {
    return List.copyOf(editions);
  }

  int reads() {
    return reads.get();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
