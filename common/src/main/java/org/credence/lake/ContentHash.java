package org.credence.lake;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.credence.settings.Digest;

/**
 * One short text for the content of a table: equal rows give an equal hash, in any order, in any
 * number of partitions and files, on any machine. It tells accidents, not forgeries.
 */
public final class ContentHash {

  private static final long LOW_HALF = 0xFFFF_FFFFL;

  private ContentHash() {}

  /**
   * Reads the rows once. Each row gives two 64-bit hashes, whose halves are summed: a sum does not
   * depend on order, and equal rows do not cancel each other out.
   *
   * @param except columns that say how the rows came about, not what they are, such as the batch
   * @return 64 hexadecimal digits
   */
  public static String of(Dataset<Row> rows, Field... except) {
    Set<String> left = Arrays.stream(except).map(Field::column).collect(Collectors.toSet());
    List<StructField> fields =
        Arrays.stream(rows.schema().fields())
            .filter(field -> !left.contains(field.name()))
            .sorted(Comparator.comparing(StructField::name))
            .toList();
    List<Column> halves = new ArrayList<>();
    for (int seed = 0; seed < 2; seed++) {
      Column hash = hash(fields, seed);
      halves.add(sum(hash.bitwiseAND(lit(LOW_HALF))));
      halves.add(sum(shiftrightunsigned(hash, 32)));
    }
    Row sums = rows.agg(count(lit(1)), halves.toArray(Column[]::new)).head();
    List<String> columns =
        fields.stream().map(field -> field.name() + " " + field.dataType().sql()).toList();
    return Digest.of(columns, sums.mkString(" "));
  }

  /** A 64-bit hash of these values of a row, nulls told from absence. */
  public static Column row(List<Field> fields) {
    return hash(fields.stream().map(Field::toStructField).toList(), 0);
  }

  private static Column hash(List<StructField> fields, int seed) {
    return xxhash64(
        Stream.concat(
                Stream.of(lit(seed)), fields.stream().flatMap(field -> values(field).stream()))
            .toArray(Column[]::new));
  }

  /** xxhash64 skips nulls, so that (null, x) and (x, null) would be the same without a mark. */
  private static List<Column> values(StructField field) {
    Column value = col(field.name());
    // The entries of a map have no order of their own.
    Column hashed = field.dataType() instanceof MapType ? array_sort(map_entries(value)) : value;
    return field.nullable() ? List.of(value.isNull(), hashed) : List.of(hashed);
  }
}
