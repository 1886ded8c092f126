package org.credence.jobs.topics;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.lake.DayRanges;
import org.credence.lake.Field;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;
import org.credence.lake.Table;
import org.credence.lake.TopicMemories;
import org.credence.lake.TopicPosts;
import org.credence.lake.Topics;
import org.credence.lake.TouchedDays;

/**
 * The three tables as of a night: what it reads is of nights before it, and what it writes takes
 * the place of what it wrote before. The memories come last: with them the night is done.
 */
record TopicTables(Lake lake, LocalDate night) {

  private static final List<Table> ALL =
      List.of(TopicPosts.TABLE, Topics.TABLE, TopicMemories.TABLE);
  private static final List<Field> KEYS = List.of(Posts.PLATFORM, Posts.POST_ID, Mentions.BRAND);
  private static final String ANTI = "left_anti";

  /** The night whose memory a scope has, and the newest ingest that it knows. */
  record Seen(LocalDate night, long batch) {}

  void ensure() {
    ALL.forEach(lake::ensure);
  }

  /**
   * @param mentions commit of the mentions
   * @param rules what topics depend on beside them
   */
  boolean holds(String mentions, String rules) {
    return lake.note(TopicMemories.TABLE, Notes.MENTIONS).equals(Optional.of(mentions))
        && lake.note(TopicMemories.TABLE, Notes.NIGHT).equals(Optional.of(rules));
  }

  /** Whether something was there to go. */
  boolean forget() {
    boolean some = false;
    for (Table table : ALL) {
      if (!lake.read(table).isEmpty()) {
        lake.replaceAll(table, lake.read(table).limit(0), Map.of(Notes.SINCE, ""));
        some = true;
      }
    }
    return some;
  }

  /** By scope. */
  Map<String, Seen> seen() {
    Map<String, Seen> seen = new TreeMap<>();
    lake.read(TopicMemories.TABLE)
        .filter(isBefore())
        .groupBy(Topics.SCOPE.col())
        .agg(max(struct(unix_date(Topics.NIGHT.col()), TopicMemories.BATCH.col())).as("newest"))
        .select("scope", "newest.*")
        .collectAsList()
        .forEach(
            row ->
                seen.put(
                    row.getString(0),
                    new Seen(LocalDate.ofEpochDay(row.getInt(1)), row.getLong(2))));
    return seen;
  }

  /** Rows of {@link ScopeRows#GIVEN}: what scopes remember, and what was told of their topics. */
  Dataset<Row> remembered(Map<String, Seen> seen) {
    Column any = lit(false);
    for (Map.Entry<LocalDate, List<String>> at : byNight(seen).entrySet()) {
      Column scopes = Topics.SCOPE.col().isInCollection(at.getValue());
      any = any.or(Topics.NIGHT.col().equalTo(lit(at.getKey())).and(scopes));
    }
    Dataset<Row> told =
        lake.read(Topics.TABLE)
            .filter(any)
            .withColumn(Topics.FIRST_NIGHT.column(), unix_date(Topics.FIRST_NIGHT.col()));
    return ScopeRows.given(lake.read(TopicMemories.TABLE).filter(any), ScopeRows.MEMORY)
        .unionByName(ScopeRows.given(told, ScopeRows.TOLD));
  }

  private static Map<LocalDate, List<String>> byNight(Map<String, Seen> seen) {
    Map<LocalDate, List<String>> byNight = new TreeMap<>();
    seen.forEach(
        (scope, at) -> byNight.computeIfAbsent(at.night(), any -> new ArrayList<>()).add(scope));
    return byNight;
  }

  /**
   * @param found rows of {@link ScopeRows#FOUND}
   * @param first day of the window
   * @param mentions commit of the mentions
   * @param batch newest ingest that the mentions hold
   * @param rules what topics depend on beside them
   */
  void write(Dataset<Row> found, LocalDate first, String mentions, long batch, String rules) {
    writePosts(found, first, mentions);
    writeTopics(found);
    Dataset<Row> memories =
        ofTonight(found.filter(TopicMemories.MEMORY.col().isNotNull()))
            .withColumn(TopicMemories.BATCH.column(), lit(batch));
    lake.replace(
        TopicMemories.TABLE,
        isTonight(),
        memories.coalesce(1),
        Map.of(Notes.MENTIONS, mentions, Notes.NIGHT, rules));
  }

  /** A month of nights is a partition. */
  private void writeTopics(Dataset<Row> found) {
    LocalDate first = night.withDayOfMonth(1);
    Column month =
        Topics.NIGHT.col().geq(lit(first)).and(Topics.NIGHT.col().lt(lit(first.plusMonths(1))));
    Dataset<Row> others = lake.read(Topics.TABLE).filter(month.and(not(isTonight())));
    Dataset<Row> topics =
        ofTonight(found.filter(Topics.STATE.col().isNotNull()))
            .withColumn(Topics.FIRST_NIGHT.column(), date(Topics.FIRST_NIGHT));
    Dataset<Row> all =
        Topics.TABLE.conform(others).unionByName(Topics.TABLE.conform(topics)).coalesce(1);
    lake.replace(Topics.TABLE, month, all, Map.of());
  }

  private void writePosts(Dataset<Row> found, LocalDate first, String mentions) {
    Dataset<Row> fresh =
        TopicPosts.TABLE.conform(
            ofTonight(found.filter(Posts.POST_ID.col().isNotNull()))
                .withColumn(Posts.DAY.column(), date(Posts.DAY)));
    Dataset<Row> stands = lake.read(TopicPosts.TABLE);
    Optional<SortedSet<LocalDate>> touched = touched();
    SortedSet<LocalDate> days = new TreeSet<>(touched.orElseGet(() -> days(stands)));
    days.addAll(days(fresh));
    days.addAll(days(stands.filter(isTonight())));
    Column among = expr(DayRanges.condition(Posts.DAY.column(), days));
    Dataset<Row> old = stands.filter(among).join(keys(fresh), names(), ANTI);
    Dataset<Row> mentioned = NightPosts.ofOthers(lake.read(Mentions.TABLE).filter(among));
    Dataset<Row> gone =
        old.filter(isTonight())
            .unionByName(old.filter(not(isTonight())).join(keys(mentioned), names(), ANTI));
    Map<String, String> notes = new HashMap<>();
    notes.put(Notes.MENTIONS, mentions);
    notes.put(Notes.SINCE, since().orElse(first).toString());
    notes.put(Notes.DAYS, DayRanges.format(days));
    lake.merge(
        TopicPosts.TABLE,
        fresh
            .withColumn(Lake.DELETED.column(), lit(false))
            .unionByName(gone.withColumn(Lake.DELETED.column(), lit(true))),
        KEYS,
        DayRanges.condition("t." + Posts.DAY, days),
        notes);
  }

  /** Days whose mentions have changed since the topics were found; nothing when any may have. */
  private Optional<SortedSet<LocalDate>> touched() {
    return lake.note(TopicPosts.TABLE, Notes.MENTIONS)
        .flatMap(seen -> TouchedDays.since(lake, Mentions.TABLE, seen));
  }

  /** First day whose posts may have a topic. */
  private Optional<LocalDate> since() {
    return lake.note(TopicPosts.TABLE, Notes.SINCE)
        .filter(day -> !day.isEmpty())
        .map(LocalDate::parse);
  }

  private static SortedSet<LocalDate> days(Dataset<Row> rows) {
    return new TreeSet<>(
        rows.select(Posts.DAY.col()).distinct().as(Encoders.LOCALDATE()).collectAsList());
  }

  private Dataset<Row> ofTonight(Dataset<Row> rows) {
    return rows.withColumn(Topics.NIGHT.column(), lit(night));
  }

  private static Column date(Field days) {
    return functions.date_from_unix_date(days.col());
  }

  private Column isTonight() {
    return Topics.NIGHT.col().equalTo(lit(night));
  }

  private Column isBefore() {
    return Topics.NIGHT.col().lt(lit(night));
  }

  private static Dataset<Row> keys(Dataset<Row> rows) {
    return rows.select(KEYS.stream().map(Field::col).toArray(Column[]::new));
  }

  private static String[] names() {
    return KEYS.stream().map(Field::column).toArray(String[]::new);
  }
}
