package org.credence.jobs.topics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.credence.jobs.topics.ScopeNight.Told;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.lake.TopicMemories;
import org.credence.lake.Topics;
import org.credence.topics.Preparation;
import org.credence.topics.TopicAssigner;
import org.credence.topics.TopicMemory;
import org.credence.topics.TopicMemoryBytes;
import org.credence.topics.TopicState;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a scope once: learns from those that come first, then gives each of the rest
 * its topic as it passes, so that only the first are in memory.
 */
final class ScopePass implements Iterator<Row> {

  /** Characters of a post that are learnt from. */
  private static final int LONGEST_TEXT = 5000;

  private final String scope;
  private final Iterator<Row> rows;
  private final ScopeTask task;
  private final Preparation preparation;
  private final Deque<Row> ready = new ArrayDeque<>();
  private @Nullable Row next;
  private @Nullable TopicAssigner assigner;

  /**
   * @param rows {@link ScopeRows#GIVEN}, sorted by place
   */
  ScopePass(String scope, Iterator<Row> rows, ScopeTask task) {
    this.scope = scope;
    this.rows = rows;
    this.task = task;
    this.preparation = new Preparation(task.names().ofScope(scope));
    advance();
    learn();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next != null) {
      Row row = next;
      advance();
      if (assigner != null) {
        add(Key.of(row), assigner.topics(List.of(words(row)))[0]);
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void advance() {
    next = rows.hasNext() ? rows.next() : null;
  }

  private void learn() {
    Optional<TopicMemory> before = Optional.empty();
    Map<Long, Told> known = new TreeMap<>();
    List<Key> learnt = new ArrayList<>();
    List<ScopeNight.Post> posts = new ArrayList<>();
    for (Row row = next; row != null && place(row) < ScopeRows.REST; row = next) {
      if (place(row) == ScopeRows.MEMORY) {
        before = Optional.of(TopicMemoryBytes.read(row.getAs(at(TopicMemories.MEMORY))));
      } else if (place(row) == ScopeRows.TOLD) {
        known.put(
            number(row.getString(at(Topics.TOPIC))),
            new Told(row.getInt(at(Topics.FIRST_NIGHT)), row.getString(at(Topics.LABEL))));
      } else {
        posts.add(post(row));
        learnt.add(Key.of(row));
      }
      advance();
    }
    if (posts.isEmpty()) {
      assigner = before.map(TopicAssigner::new).orElse(null);
      return;
    }
    ScopeNight night = ScopeNight.of(before, known, posts, preparation, task, task.seedOf(scope));
    for (int i = 0; i < learnt.size(); i++) {
      add(learnt.get(i), night.found().topics()[i]);
    }
    night.topics().forEach(this::add);
    TopicMemory memory = night.found().memory();
    ready.add(found(Map.of(TopicMemories.MEMORY, TopicMemoryBytes.of(memory))));
    assigner = new TopicAssigner(memory);
  }

  /** A post without its text. */
  private record Key(String platform, String id, String brand, int day) {
    private static Key of(Row row) {
      return new Key(
          text(row, Posts.PLATFORM),
          text(row, Posts.POST_ID),
          text(row, Mentions.BRAND),
          row.getInt(at(Posts.DAY)));
    }
  }

  private static ScopeNight.Post post(Row row) {
    String text = text(row, Posts.TEXT);
    return new ScopeNight.Post(
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        text(row, Mentions.LANGUAGE),
        text(row, Posts.AUTHOR_KEY));
  }

  private List<String> words(Row row) {
    return preparation.words(text(row, Posts.TEXT), text(row, Mentions.LANGUAGE));
  }

  private void add(Key post, long topic) {
    if (topic != 0) {
      ready.add(
          found(
              Map.of(
                  Posts.PLATFORM, post.platform(),
                  Posts.POST_ID, post.id(),
                  Mentions.BRAND, post.brand(),
                  Posts.DAY, post.day(),
                  Topics.TOPIC, id(topic))));
    }
  }

  private void add(ScopeNight.Topic topic) {
    TopicState state = topic.state();
    Map<Field, Object> values = new HashMap<>();
    values.put(Topics.TOPIC, id(state.id()));
    values.put(Topics.STATE, state.kind().name().toLowerCase(Locale.ROOT));
    if (state.kin() != 0) {
      values.put(Topics.KIN, id(state.kin()));
    }
    values.put(Topics.EVIDENCE, Math.round(state.evidence() * 1e3) / 1e3);
    values.put(Topics.POSTS, (long) state.posts());
    values.put(Topics.LABEL, topic.told().label());
    values.put(Topics.FIRST_NIGHT, topic.told().firstNight());
    ready.add(found(values));
  }

  private Row found(Map<Field, Object> values) {
    @Nullable Object[] row = new @Nullable Object[ScopeRows.FOUND.length()];
    row[ScopeRows.FOUND.fieldIndex(Topics.SCOPE.column())] = scope;
    values.forEach((field, value) -> row[ScopeRows.FOUND.fieldIndex(field.column())] = value);
    return RowFactory.create(row);
  }

  private String id(long number) {
    return scope + "." + number;
  }

  private static long number(String topic) {
    return Long.parseLong(topic.substring(topic.lastIndexOf('.') + 1));
  }

  private static int place(Row row) {
    return row.getInt(ScopeRows.GIVEN.fieldIndex(ScopeRows.PLACE));
  }

  private static String text(Row row, Field field) {
    int at = at(field);
    return row.isNullAt(at) ? "" : row.getString(at);
  }

  private static int at(Field field) {
    return ScopeRows.GIVEN.fieldIndex(field.column());
  }
}
