package org.credence.jobs.topics;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;

/**
 * Finds the topics of the posts of one scope.
 *
 * @param night days since 1970
 * @param slots of scopes that begin
 */
record ScopeTask(BrandNames names, int night, int slots, long seed)
    implements FlatMapGroupsFunction<String, Row, Row> {

  /**
   * @param rows {@link ScopeRows#GIVEN}, sorted by place, then by post
   */
  @Override
  public Iterator<Row> call(String scope, Iterator<Row> rows) {
    return new ScopePass(scope, rows, this);
  }

  /** Other scopes and nights have other seeds. */
  long seedOf(String scope) {
    return (31 * seed + scope.hashCode()) * 31 + night;
  }
}
