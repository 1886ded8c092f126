package org.credence.jobs.ingest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.lake.Coverage;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.credence.lake.erasure.ErasureRequest;
import org.credence.lake.erasure.ErasureRequests;

/** Does what requests to erase ask for, as a batch of its own. */
final class Erasing {

  private final Night night;
  private final Lake lake;
  private final ErasureRequests requests;
  private final List<ErasureRequest> asked;
  private final long batch;

  Erasing(Night night, long batch) {
    this.night = night;
    this.lake = night.lake();
    this.requests = new ErasureRequests(night.runs());
    this.asked = requests.requested();
    this.batch = batch;
  }

  boolean due() {
    return !asked.isEmpty();
  }

  /** Does what is asked for; nothing when there is no request. */
  PostChanges run() {
    if (!due()) {
      return PostChanges.NONE;
    }
    night.progress().step("erasing on request");
    PostChanges changes = new Erasure(night, batch).of(rows());
    lake.ensure(Coverage.TABLE);
    lake.append(Coverage.TABLE, none(Coverage.TABLE), notes());
    asked.forEach(request -> requests.removed(request, night.date().toString(), changes.removed()));
    return changes;
  }

  /** As the whole ring has them: somebody may have asked before a key was added. */
  private Stream<ErasureRequest.Named> keys(ErasureRequest request) {
    AuthorKey key = night.authorKey();
    int made = key.keysOf(request.fingerprint()).orElseThrow();
    return request.keys().stream().map(named -> named.with(key.renewed(named.key(), made)));
  }

  private Dataset<Row> rows() {
    List<Row> rows =
        asked.stream()
            .flatMap(this::keys)
            .distinct()
            .map(named -> RowFactory.create(named.platform(), named.kind(), named.key(), batch))
            .toList();
    return night.spark().createDataFrame(rows, ErasedOnRequest.TABLE.schema());
  }

  private Dataset<Row> none(org.credence.lake.Table table) {
    return night.spark().createDataFrame(List.of(), table.schema());
  }

  private Map<String, String> notes() {
    return Map.of(Notes.BATCH, String.valueOf(batch));
  }
}
