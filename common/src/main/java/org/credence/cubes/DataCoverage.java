package org.credence.cubes;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.credence.cubes.Dimension.SOURCE;
import static org.credence.cubes.Measure.Kind.ADDITIVE;

import java.util.List;

/** What the archive delivered, and what it did not: source × day of the drop. */
public final class DataCoverage {

  private static final Words UNIT_RECORDS = new Words("records", "enregistrements");
  private static final Words UNIT_FILES = new Words("files", "fichiers");

  public static final Measure EXPECTED =
      Measure.note(
          "expected",
          BooleanType,
          new Words("Whether a drop was due", "Si une livraison était attendue"));
  public static final Measure FILES =
      Measure.count("files", ADDITIVE, UNIT_FILES, new Words("Files taken", "Fichiers pris"));
  public static final Measure FILES_FAILED =
      Measure.count(
          "files_failed",
          ADDITIVE,
          UNIT_FILES,
          new Words("Files that could not be read to their end", "Fichiers illisibles en partie"));
  public static final Measure READ = records("records_read", "Records read", "Lus");
  public static final Measure ACCEPTED =
      records("accepted", "Records that delivered a post first", "Publications livrées");
  public static final Measure REJECTED = records("rejected", "Records not readable", "Illisibles");
  public static final Measure DUPLICATES =
      records("duplicates", "Records of a post delivered before", "Doublons");
  public static final Measure OUT_OF_SCOPE =
      records("out_of_scope", "Readable records that are no posts for us", "Hors du périmètre");
  public static final Measure NOTICES =
      records("notices", "Delete and similar notices", "Avis de suppression et semblables");
  public static final Measure GAP =
      Measure.note(
          "gap",
          BooleanType,
          new Words(
              "A drop was due, and none came or an empty one",
              "Livraison attendue, qui n'est pas venue ou était vide"));

  public static final Cube CUBE =
      new Cube(
          "coverage",
          new Words("Coverage", "Couverture"),
          new Words(
              "What the archive delivered: accepted + rejected + duplicates + out of scope +"
                  + " notices = records read",
              "Ce que l'archive a livré : acceptés + rejetés + doublons + hors périmètre + avis ="
                  + " enregistrements lus"),
          new Words("source and day of the drop", "source et jour de livraison"),
          List.of(Level.DAY),
          List.of(SOURCE),
          List.of(GroupingSet.of(SOURCE)),
          List.of(
              EXPECTED,
              FILES,
              FILES_FAILED,
              READ,
              ACCEPTED,
              REJECTED,
              DUPLICATES,
              OUT_OF_SCOPE,
              NOTICES,
              GAP));

  private static Measure records(String name, String en, String fr) {
    return Measure.count(name, ADDITIVE, UNIT_RECORDS, new Words(en, fr));
  }

  private DataCoverage() {}
}
