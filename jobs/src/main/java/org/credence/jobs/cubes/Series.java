package org.credence.jobs.cubes;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.credence.cubes.Dimension;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.settings.SourcesFile.Network;

/**
 * The cells of one brand that differ in time only.
 *
 * @param cut the dimension that the brand is cut by, or {@link Dimension#BRAND} for all of it
 * @param value of that dimension
 */
record Series(Dimension cut, String value) implements Comparable<Series> {

  /** All of a brand. */
  static final Series WHOLE = new Series(Dimension.BRAND, Dimension.ALL);

  /** Dimensions whose values add up to the whole, in the order of columns. */
  static final List<Dimension> PARTITIONS =
      List.of(Dimension.LANGUAGE, Dimension.NETWORK, Dimension.PLATFORM);

  /** Employees, whose words are added to nobody else's. */
  static final Series EMPLOYEES = new Series(Dimension.NETWORK, Network.EMPLOYEES.id());

  /** Whether a row of a cube is theirs. */
  static Column isOfEmployees() {
    return Dimension.NETWORK.field().col().equalTo(Network.EMPLOYEES.id());
  }

  /** Where a part counts. */
  static List<Series> of(PartRow part) {
    String subject = part.text(Parts.SUBJECT);
    if (part.text(Posts.NETWORK).equals(EMPLOYEES.value)) {
      return subject.equals(Dimension.ALL) ? List.of(EMPLOYEES) : List.of();
    }
    if (!subject.equals(Dimension.ALL)) {
      return List.of(new Series(Dimension.SUBJECT, subject));
    }
    List<Series> series = new ArrayList<>(List.of(WHOLE));
    series.add(new Series(Dimension.LANGUAGE, part.text(Mentions.LANGUAGE)));
    series.add(new Series(Dimension.NETWORK, part.text(Posts.NETWORK)));
    series.add(new Series(Dimension.PLATFORM, part.text(Posts.PLATFORM)));
    return series;
  }

  boolean isEmployees() {
    return equals(EMPLOYEES);
  }

  boolean isWhole() {
    return equals(WHOLE);
  }

  boolean isSubject() {
    return cut.equals(Dimension.SUBJECT);
  }

  /** The value of a dimension's column. */
  String valueOf(Dimension dimension) {
    return cut.equals(dimension) ? value : Dimension.ALL;
  }

  @Override
  public int compareTo(Series other) {
    int byCut = order(cut) - order(other.cut);
    return byCut == 0 ? value.compareTo(other.value) : byCut;
  }

  /** The whole comes first: cuts are drawn towards it. */
  private static int order(Dimension dimension) {
    return List.of(
            Dimension.BRAND,
            Dimension.LANGUAGE,
            Dimension.NETWORK,
            Dimension.PLATFORM,
            Dimension.SUBJECT)
        .indexOf(dimension);
  }
}
