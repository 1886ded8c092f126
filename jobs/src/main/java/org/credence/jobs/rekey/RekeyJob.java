package org.credence.jobs.rekey;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.lake.ScrubbedPlaces;
import org.credence.lake.Table;
import org.credence.lake.erasure.ErasureRequest;
import org.credence.lake.erasure.ErasureRequests;

/**
 * Hashes what a lake holds of authors and posts with the keys that were added since, table by
 * table, each in one commit: broken off, it goes on where it was. Figures stay as they are, so the
 * commits name no day that has changed. Values of former keys are left to the upkeep.
 */
public final class RekeyJob implements Stage {

  private static final Map<String, String> NOTES = Map.of(Notes.REKEYED, "true", Notes.DAYS, "");

  /** The keyed columns of each table; samples in parts are made of the keys of mentions. */
  private static final Map<Table, List<Field>> KEYED =
      Map.of(
          Posts.TABLE, List.of(Posts.AUTHOR_KEY, Posts.HANDLE_KEY),
          Mentions.TABLE, List.of(Posts.AUTHOR_KEY),
          Erasures.TABLE, List.of(Erasures.POST_KEY),
          ErasedOnRequest.TABLE, List.of(ErasedOnRequest.KEY),
          ScrubbedPlaces.TABLE, List.of(ScrubbedPlaces.KEY));

  private final PartsAgain parts;

  /** Sums the parts anew from mentions that were re-keyed. */
  @FunctionalInterface
  public interface PartsAgain {

    /**
     * @param notes of the commit; days that the parts had not followed yet are added
     */
    void sum(Night night, Map<String, String> notes);
  }

  public RekeyJob(PartsAgain parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "rekey";
  }

  @Override
  public RekeyResult run(Night night) {
    KeyedLake lake = KeyedLake.of(night.lake(), night.runs(), night.authorKey());
    List<Table> due = lake.due();
    for (Table table : due) {
      night.progress().step("re-keying " + table.name());
      if (table.equals(Parts.TABLE)) {
        parts.sum(night, NOTES);
      } else {
        Dataset<Row> rows = night.lake().read(table);
        int keys = lake.tables().getOrDefault(table, lake.ring());
        night.lake().replaceAll(table, rekeyed(rows, table, night.authorKey(), keys), NOTES);
      }
    }
    return new RekeyResult(due.stream().map(Table::name).toList(), requests(night), lake.ring());
  }

  /**
   * @param keys that have hashed the rows so far
   */
  private static Dataset<Row> rekeyed(Dataset<Row> rows, Table table, AuthorKey key, int keys) {
    UDF1<String, String> renewed = hash -> hash == null ? null : key.renewed(hash, keys);
    UserDefinedFunction hash = udf(renewed, StringType);
    Dataset<Row> rekeyed = rows;
    for (Field field : KEYED.getOrDefault(table, List.of())) {
      rekeyed = rekeyed.withColumn(field.column(), hash.apply(field.col()));
    }
    return rekeyed;
  }

  /** Requests that wait for the next night: as many as people have asked since the last. */
  private static int requests(Night night) {
    AuthorKey key = night.authorKey();
    ErasureRequests requests = new ErasureRequests(night.runs());
    int renewed = 0;
    for (ErasureRequest request : requests.requested()) {
      int keys = key.keysOf(request.fingerprint()).orElseThrow();
      if (keys < key.size()) {
        List<ErasureRequest.Named> names =
            request.keys().stream()
                .map(named -> named.with(key.renewed(named.key(), keys)))
                .toList();
        requests.renew(request.renewed(names, key.fingerprint()));
        renewed++;
      }
    }
    return renewed;
  }
}
