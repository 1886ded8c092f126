package org.credence.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CubeRegistryTest {

  private static final Cube TOPICS =
      new Cube(
          "topics",
          new Words("Topics", "Thèmes"),
          new Words("What people talk about", "Ce dont on parle"),
          new Words("topic and week", "thème et semaine"),
          List.of(Level.WEEK),
          List.of(Dimension.BRAND, Dimension.SUBJECT),
          List.of(
              GroupingSet.of(Dimension.BRAND), GroupingSet.of(Dimension.BRAND, Dimension.SUBJECT)),
          List.of(Conversation.POSTS));

  private static final CubeRegistry REGISTRY = new CubeRegistry("1", List.of(TOPICS));

  private static Edition edition(List<String> files) {
    return new Edition(
        Edition.FORMAT,
        "2026-03-08-0a1b2c3d",
        "2026-03-08",
        "1",
        "t",
        new TreeMap<>(),
        new TreeMap<>(
            Map.of(
                "topics",
                new TreeMap<>(Map.of("2026-03", new Edition.Month(files, 4, 1, 0, "hash"))))),
        "",
        List.of(),
        new TreeMap<>());
  }

  @Test
  void givesColumnsWithTheirComments() {
    assertThat(TOPICS.table().schema().fieldNames())
        .containsExactly(
            "level",
            "period",
            "grouping_set",
            "brand",
            "subject",
            "posts",
            "state",
            "partial",
            "source_gaps",
            "series_break",
            "edition",
            "model_version",
            "taxonomy_version",
            "methodology_version",
            "series");
    assertThat(TOPICS.table().schema().apply("posts").getComment().get())
        .startsWith("Posts of any kind about the brand");
  }

  @Test
  void namesTheFilesOfOneEditionInDuckDb() {
    String sql =
        new EngineViews(REGISTRY, URI.create("file:///var/it's%20here/cubes"))
            .duckDb(edition(List.of("part.parquet")));

    assertThat(sql)
        .isEqualTo(
            """
            -- Credence, edition 2026-03-08-0a1b2c3d, days up to 2026-03-08.
            -- duckdb -init <this file>, then for example: FROM trust_week;

            CREATE OR REPLACE VIEW topics_week AS
            SELECT period, brand, posts, state, partial, source_gaps, series_break, edition, model_version, taxonomy_version, methodology_version, series
            FROM read_parquet([
              '/var/it''s here/cubes/2026-03-08-0a1b2c3d/topics/month=2026-03/part.parquet'], hive_partitioning = false)
            WHERE level = 'week' AND grouping_set = 'brand';

            CREATE OR REPLACE VIEW topics_week_by_subject AS
            SELECT period, brand, subject, posts, state, partial, source_gaps, series_break, edition, model_version, taxonomy_version, methodology_version, series
            FROM read_parquet([
              '/var/it''s here/cubes/2026-03-08-0a1b2c3d/topics/month=2026-03/part.parquet'], hive_partitioning = false)
            WHERE level = 'week' AND grouping_set = 'brand_subject';
            """);
  }

  @Test
  void namesTheFolderOfOneEditionInTrino() {
    String sql =
        new EngineViews(REGISTRY, URI.create("s3a://bucket/cubes/"))
            .trino(edition(List.of("part.parquet")));

    assertThat(sql)
        .contains("external_location = 's3://bucket/cubes/2026-03-08-0a1b2c3d/topics'")
        .contains("CREATE TABLE hive.credence.topics_2026_03_08_0a1b2c3d (")
        .contains("  posts bigint COMMENT 'Posts of any kind about the brand")
        .contains("sync_partition_metadata('credence', 'topics_2026_03_08_0a1b2c3d', 'FULL')")
        .contains(
            """
            CREATE OR REPLACE VIEW hive.credence.topics_week AS
            SELECT period, brand, posts, state, partial, source_gaps, series_break, edition, model_version, taxonomy_version, methodology_version, series
            FROM hive.credence.topics_2026_03_08_0a1b2c3d
            WHERE level = 'week' AND grouping_set = 'brand';
            """);
  }

  @Test
  void writesADictionaryInBothLanguages() {
    Dictionary dictionary = new Dictionary(REGISTRY);
    Edition edition = edition(List.of("part.parquet"));

    assertThat(dictionary.markdown(edition, "en"))
        .startsWith("# Data dictionary\n\nEdition `2026-03-08-0a1b2c3d`, days up to 2026-03-08.\n")
        .contains(
            """
            ## Topics (`topics`)

            What people talk about.

            A row is: topic and week.

            | Column | Type | Kind | Unit | Meaning |
            |---|---|---|---|---|
            | `level` | STRING | - | - | day, week, month or quarter; levels are never summed |
            """)
        .contains(
            "| `posts` | BIGINT | additive | posts | Posts of any kind about the brand by others"
                + " than the company |");
    assertThat(dictionary.markdown(edition, "fr"))
        .contains("## Thèmes (`topics`)")
        .contains("| `posts` | BIGINT | additive | publications | Publications de toute nature");
    assertThat(dictionary.json(edition)).contains("\"fr\" : \"Ce dont on parle\"");
  }

  @Test
  void explainsEveryColumnInBothLanguages() {
    for (Cube cube : CubeRegistry.SHIPPED.cubes()) {
      assertThat(new HashSet<>(List.of(cube.table().schema().fieldNames())))
          .as(cube.name())
          .hasSize(cube.table().fields().size());
      for (Measure measure : cube.measures()) {
        assertThat(measure.meaning().en()).as(measure.name()).isNotBlank();
        assertThat(measure.meaning().fr()).as(measure.name()).isNotBlank().doesNotContain("|");
        assertThat(measure.unit().fr()).as(measure.name()).isNotBlank();
      }
    }
  }

  @Test
  void refusesTwoCubesOfOneName() {
    assertThatThrownBy(() -> new CubeRegistry("1", List.of(TOPICS, TOPICS)))
        .hasMessage("two cubes are named topics");
  }
}
