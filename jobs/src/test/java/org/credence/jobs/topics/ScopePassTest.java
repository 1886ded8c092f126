package org.credence.jobs.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.lake.TopicMemories;
import org.credence.lake.Topics;
import org.junit.jupiter.api.Test;

class ScopePassTest {

  private static final ScopeTask TASK =
      new ScopeTask(new BrandNames(Map.of("acme", Set.of("acme"))), 20_000, 30, 7);

  @Test
  void theRestGetsTheTopicsOfWhatWasLearnt() {
    List<Row> given = new ArrayList<>();
    given.addAll(posts(ScopeRows.LEARNT, "b", Talk.about(Talk.BIKES, 30, 1)));
    given.addAll(posts(ScopeRows.LEARNT, "c", Talk.about(Talk.COOKS, 30, 2)));
    given.addAll(posts(ScopeRows.REST, "rest-b", Talk.about(Talk.BIKES, 5, 3)));
    given.addAll(posts(ScopeRows.REST, "rest-c", Talk.about(Talk.COOKS, 5, 4)));

    List<Row> found = found(given);

    assertThat(topics(found, "b")).isEqualTo(topics(found, "rest-b")).hasSize(1);
    assertThat(topics(found, "c")).isEqualTo(topics(found, "rest-c")).hasSize(1);
    assertThat(topics(found, "b")).isNotEqualTo(topics(found, "c"));
    assertThat(labels(found)).hasSize(2).allMatch(label -> label.matches(".*(bikes|cooks).*"));
  }

  @Test
  void aNameStaysAndSoDoesTheFirstNight() {
    List<Row> learnt = posts(ScopeRows.LEARNT, "b", Talk.about(Talk.BIKES, 30, 1));
    learnt.addAll(posts(ScopeRows.LEARNT, "c", Talk.about(Talk.COOKS, 30, 2)));
    List<Row> first = found(learnt);
    String bikes = topics(first, "b").get(0);
    Row memory =
        first.stream()
            .filter(row -> !row.isNullAt(at(TopicMemories.MEMORY)))
            .findFirst()
            .orElseThrow();
    List<Row> given = new ArrayList<>();
    Object bytes = memory.get(at(TopicMemories.MEMORY));
    given.add(given(ScopeRows.MEMORY, Map.of(TopicMemories.MEMORY, bytes)));
    given.add(
        given(
            ScopeRows.TOLD,
            Map.of(Topics.TOPIC, bikes, Topics.FIRST_NIGHT, 19_000, Topics.LABEL, "riding")));
    given.addAll(posts(ScopeRows.LEARNT, "next", Talk.about(Talk.BIKES, 30, 4)));
    given.addAll(posts(ScopeRows.LEARNT, "other", Talk.about(Talk.COOKS, 30, 5)));

    List<Row> found = found(given);

    assertThat(topics(found, "next")).containsExactly(bikes);
    assertThat(found)
        .filteredOn(row -> !row.isNullAt(at(Topics.STATE)))
        .filteredOn(row -> row.getString(at(Topics.TOPIC)).equals(bikes))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getString(at(Topics.STATE))).isEqualTo("continued");
              assertThat(row.getString(at(Topics.LABEL))).isEqualTo("riding");
              assertThat(row.getInt(at(Topics.FIRST_NIGHT))).isEqualTo(19_000);
            });
  }

  @Test
  void fewOddAndEmptyPostsAreInNoTopic() {
    assertThat(topics(found(posts(ScopeRows.LEARNT, "b", List.of("one", "two", "three"))), "b"))
        .isEmpty();
    assertThat(topics(found(posts(ScopeRows.LEARNT, "b", emoji())), "b")).isEmpty();
    assertThat(topics(found(posts(ScopeRows.REST, "b", List.of("reposted"))), "b")).isEmpty();
    assertThat(found(List.of())).isEmpty();
    String long_ = "bikes ".repeat(20_000);
    assertThat(found(posts(ScopeRows.LEARNT, "b", List.of(long_, long_, "", "acme", "a 東京 b"))))
        .isNotEmpty();
  }

  private static List<String> emoji() {
    return Collections.nCopies(50, "😀😀 👍");
  }

  private static List<Row> found(List<Row> given) {
    List<Row> found = new ArrayList<>();
    Iterator<Row> rows = TASK.call("acme.en", given.iterator());
    rows.forEachRemaining(found::add);
    return found;
  }

  private static List<String> topics(List<Row> found, String prefix) {
    return found.stream()
        .filter(row -> !row.isNullAt(at(Posts.POST_ID)))
        .filter(row -> row.getString(at(Posts.POST_ID)).matches(prefix + "\\d+"))
        .map(row -> row.getString(at(Topics.TOPIC)))
        .distinct()
        .toList();
  }

  private static List<String> labels(List<Row> found) {
    return found.stream()
        .filter(row -> !row.isNullAt(at(Topics.STATE)))
        .map(row -> row.getString(at(Topics.LABEL)))
        .toList();
  }

  private static int at(Field field) {
    return ScopeRows.FOUND.fieldIndex(field.column());
  }

  private static List<Row> posts(int place, String prefix, List<String> texts) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(
          given(
              place,
              Map.of(
                  Posts.PLATFORM,
                  "twitter",
                  Posts.POST_ID,
                  prefix + i,
                  Mentions.BRAND,
                  "acme",
                  Posts.DAY,
                  20_000,
                  Mentions.LANGUAGE,
                  "en",
                  Posts.AUTHOR_KEY,
                  "author " + i % 9,
                  Posts.TEXT,
                  texts.get(i))));
    }
    return rows;
  }

  private static Row given(int place, Map<Field, Object> values) {
    Object[] row = new Object[ScopeRows.GIVEN.length()];
    row[ScopeRows.GIVEN.fieldIndex(Topics.SCOPE.column())] = "acme.en";
    row[ScopeRows.GIVEN.fieldIndex(ScopeRows.PLACE)] = place;
    values.forEach((field, value) -> row[ScopeRows.GIVEN.fieldIndex(field.column())] = value);
    return RowFactory.create(row);
  }
}
