package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.credence.jobs.ingest.ThreadLinks.LINKS;
import static org.credence.jobs.ingest.ThreadLinks.NEXT;
import static org.credence.jobs.ingest.ThreadLinks.ROOT;
import static org.credence.jobs.ingest.ThreadLinks.WAITED;
import static org.credence.jobs.ingest.ThreadLinks.WAITS;
import static org.credence.lake.Field.required;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/**
 * Follows replies to their roots by doubling the steps, so that a thread of a million replies in a
 * row takes twenty rounds. Where they lead back to themselves the way is cut at the least id. Pure
 * but for checkpoints.
 */
final class ThreadRoots {

  static final Field CUT =
      required("cut", BooleanType, "Whether the post leads back to itself and is taken for a root");

  /** One row per reply. */
  static final Table TABLE =
      Table.of(
          "roots",
          Posts.PLATFORM,
          Posts.POST_ID,
          Posts.SOURCE,
          Posts.DAY,
          WAITED,
          ROOT,
          WAITS,
          CUT);

  private static final String TO = "to_";
  private static final Column OPEN = NEXT.col().isNotNull();

  private ThreadRoots() {}

  /**
   * @param links rows of {@link ThreadLinks#LINKS}
   * @return rows of {@link #TABLE}
   */
  static Dataset<Row> of(Batch.Found links) {
    Batch.Found reached = links;
    long steps = 1;
    long open = open(reached);
    while (open > 0) {
      reached = Batch.Found.of(LINKS.conform(doubled(reached)));
      steps *= 2;
      long left = open(reached);
      // Whoever can be led out is so in some round after the other: these go round in circles.
      if (left == open && steps >= open) {
        return settled(reached.rows()).union(circling(links, reached.rows()));
      }
      open = left;
    }
    return settled(reached.rows());
  }

  private static long open(Batch.Found links) {
    return links.none() ? 0 : links.rows().filter(OPEN).count();
  }

  /** Every row that is on its way, twice as far. */
  private static Dataset<Row> doubled(Batch.Found links) {
    Batch.Found targets = new Batch.Found(to(links.rows(), NEXT, ROOT, WAITS), links.count());
    Dataset<Row> further =
        links
            .rows()
            .filter(OPEN)
            .join(targets.side(), reaches(NEXT))
            .withColumn(NEXT.column(), to(NEXT))
            .withColumn(ROOT.column(), to(ROOT))
            .withColumn(WAITS.column(), to(WAITS));
    return LINKS.conform(further).union(LINKS.conform(links.rows().filter(functions.not(OPEN))));
  }

  private static Dataset<Row> settled(Dataset<Row> links) {
    return TABLE.conform(links.filter(functions.not(OPEN)).withColumn(CUT.column(), lit(false)));
  }

  /**
   * Posts on a circle, and those that lead into one.
   *
   * @param reached links so far on that every open one points to a post on a circle
   */
  private static Dataset<Row> circling(Batch.Found links, Dataset<Row> reached) {
    Dataset<Row> open = reached.filter(OPEN);
    Dataset<Row> on = open.select(Posts.PLATFORM.col(), NEXT.col().as(Posts.POST_ID.column()));
    Batch.Found least = least(links.rows(), Batch.Found.of(on.distinct()));
    return TABLE.conform(
        open.join(new Batch.Found(to(least.rows(), ROOT), least.count()).side(), reaches(NEXT))
            .withColumn(ROOT.column(), to(ROOT))
            .withColumn(WAITS.column(), lit(false))
            .withColumn(CUT.column(), Posts.POST_ID.col().equalTo(to(ROOT))));
  }

  /**
   * The least id on the circle of each post: of numbers the least, of others the shortest first.
   */
  private static Batch.Found least(Dataset<Row> links, Batch.Found on) {
    String[] post = {Posts.PLATFORM.column(), Posts.POST_ID.column()};
    Batch.Found circles =
        Batch.Found.of(
            links
                .join(on.side(), post, "left_semi")
                .select(
                    Posts.PLATFORM.col(),
                    Posts.POST_ID.col(),
                    NEXT.col(),
                    Posts.POST_ID.col().as(ROOT.column())));
    for (long steps = 1; steps < circles.count(); steps *= 2) {
      Batch.Found targets = new Batch.Found(to(circles.rows(), NEXT, ROOT), circles.count());
      circles =
          Batch.Found.of(
              circles
                  .rows()
                  .join(targets.side(), reaches(NEXT))
                  .select(
                      Posts.PLATFORM.col(),
                      Posts.POST_ID.col(),
                      to(NEXT).as(NEXT.column()),
                      functions
                          .least(ranked(ROOT.col()), ranked(to(ROOT)))
                          .getField("id")
                          .as(ROOT.column())));
    }
    return circles;
  }

  private static Column ranked(Column id) {
    return functions.struct(functions.length(id).as("length"), id.as("id"));
  }

  /** Posts under other names, to be joined with those that lead to them. */
  private static Dataset<Row> to(Dataset<Row> rows, Field... fields) {
    return rows.select(
        Stream.concat(Stream.of(Posts.PLATFORM, Posts.POST_ID), Stream.of(fields))
            .map(field -> field.col().as(TO + field))
            .toArray(Column[]::new));
  }

  private static Column reaches(Field next) {
    return Posts.PLATFORM
        .col()
        .equalTo(to(Posts.PLATFORM))
        .and(next.col().equalTo(to(Posts.POST_ID)));
  }

  private static Column to(Field field) {
    return col(TO + field.column());
  }
}
