package org.credence.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Posts;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class WeakLabelsTest {

  private static final String POSTS =
      """
      platform | post_id | network   | kind   | language | rating_share | text
      r        | 1       | public    | review | en       | 0.2          | the parcel never came at all
      r        | 2       | public    | review | en       | 0.5          | it works as one would think
      r        | 3       | public    | review | -        | 1.0          | livraison rapide et un service vraiment parfait merci
      r        | 4       | public    | review | en       | 1.0          | too short
      r        | 5       | public    | review | es       | 1.0          | todo muy bien gracias por el servicio
      t        | 6       | public    | post   | en       | -            | they answered my mail at once 😍
      t        | 7       | public    | reply  | en       | -            | They answered my mail, at once! 😡
      t        | 8       | public    | repost | en       | -            | RT they all love this new phone 😍
      t        | 9       | public    | post   | en       | -            | this is a plain post about a phone
      t        | 10      | public    | post   | fr       | -            | encore une panne ce matin sur la ligne 😡
      slack    | 11      | employees | post   | en       | -            | they answered everybody's mail at once 😍
      """;

  @Test
  void labelsByStarsOrEmoji(SparkSession spark) {
    Dataset<Row> posts = TextTable.read(spark, Posts.TABLE, POSTS);

    assertThat(
            TextTable.show(
                weak(300).labelled(posts), "origin", "language", "label", "post_id", "text"))
        .isEqualTo(
            """
            origin | language | label | post_id | text
            EMOJI | en | 0 | 7 | they answered my mail , at once !
            EMOJI | en | 2 | 6 | they answered my mail at once
            EMOJI | fr | 0 | 10 | encore une panne ce matin sur la ligne
            STARS | en | 0 | 1 | the parcel never came at all
            STARS | en | 1 | 2 | it works as one would think
            STARS | fr | 2 | 3 | livraison rapide et un service vraiment parfait merci
            """);
  }

  @Test
  void takesATextOnceAndNoneThatAPersonLabelled(SparkSession spark) {
    Dataset<Row> posts = TextTable.read(spark, Posts.TABLE, POSTS);
    LabelledText known =
        new LabelledText(
            Origin.LABELS,
            "x",
            "fr",
            "acme",
            "Encore une panne ce matin, sur la ligne",
            0,
            Optional.empty());

    List<LabelledText> rows = weak(300).of(posts, List.of(known));

    assertThat(rows).extracting(LabelledText::id).hasSize(4).contains("r:1", "r:2", "r:3");
    assertThat(weak(300).of(posts.repartition(5), List.of(known))).isEqualTo(rows);
  }

  @Test
  void boundsEachClass(SparkSession spark) {
    Dataset<Row> posts =
        spark
            .range(40)
            .selectExpr(
                "'r' AS platform",
                "'customers' AS network",
                "CAST(id AS STRING) AS post_id",
                "'review' AS kind",
                "'en' AS language",
                "1.0D AS rating_share",
                "concat('a b c d e ', id) AS text");

    List<LabelledText> rows = weak(30).of(posts, List.of());

    assertThat(rows).hasSize(10);
    assertThat(weak(30).of(posts.repartition(7), List.of())).isEqualTo(rows);
  }

  private static WeakLabels weak(int maximumRows) {
    return new WeakLabels(List.of("en", "fr"), 1, maximumRows);
  }
}
