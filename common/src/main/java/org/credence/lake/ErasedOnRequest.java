package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.required;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.credence.settings.Digest;

/**
 * Whom and what somebody asked to erase: authors must not come back with any post, posts not in a
 * repost either. Hashes of keyed hashes only, for good.
 */
public final class ErasedOnRequest {

  public static final String AUTHOR = "author";
  public static final String POST = "post";

  public static final Field KIND = required("kind", StringType, "author or post");
  public static final Field KEY =
      required(
          "key",
          StringType,
          "Hash of the keyed hash of an author's id or handle, or of a post: no key lives on in it;"
              + " keyed once more with each author key that was added since");
  public static final Field BATCH = required("batch", LongType, "Ingest that erased");

  public static final Table TABLE = Table.of("erased_on_request", Posts.PLATFORM, KIND, KEY, BATCH);

  private static final String MARK = "erased:";
  private static final int DIGITS = 32;

  private ErasedOnRequest() {}

  /** What stands here for a keyed hash: whoever has the keyed hash finds it, and nobody else. */
  public static Column hidden(Column key) {
    return functions.substring(
        functions.sha2(functions.concat(functions.lit(MARK), key), 256), 1, DIGITS);
  }

  /** The same of one. */
  public static String hidden(String key) {
    byte[] hash = Digest.sha256().digest((MARK + key).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, DIGITS);
  }
}
