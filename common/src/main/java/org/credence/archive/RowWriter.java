package org.credence.archive;

import static org.credence.archive.record.Draft.isTime;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.credence.archive.record.Authors;
import org.credence.archive.record.Draft;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.Judged;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.settings.SourcesFile.Network;
import org.jspecify.annotations.Nullable;

/** Writes rows of {@link ArchiveRecords} about one file; the row is the same object every time. */
final class RowWriter {

  private static final List<Field> FIELDS = ArchiveRecords.TABLE.fields();
  private static final int SOURCE = at(Posts.SOURCE);
  private static final int DROP = at(Posts.DROP);
  private static final int FILE = at(Posts.FILE);
  private static final int LINE = at(Posts.LINE);
  private static final int ORDINAL = at(ArchiveRecords.ORDINAL);
  private static final int VERDICT = at(ArchiveRecords.VERDICT);
  private static final int REASON = at(ArchiveRecords.REASON);
  private static final int EXCERPT = at(ArchiveRecords.EXCERPT);
  private static final int PLATFORM = at(Posts.PLATFORM);
  private static final int POST_ID = at(Posts.POST_ID);
  private static final int PARENT_ID = at(Posts.PARENT_ID);
  private static final int THREAD_ID = at(Posts.THREAD_ID);
  private static final int ORIGINAL_ID = at(Posts.ORIGINAL_ID);
  private static final int NETWORK = at(Posts.NETWORK);
  private static final int KIND = at(Posts.KIND);
  private static final int CHANNEL = at(Posts.CHANNEL);
  private static final int AUTHOR_KEY = at(Posts.AUTHOR_KEY);
  private static final int HANDLE_KEY = at(Posts.HANDLE_KEY);
  private static final int FOLLOWERS = at(Posts.FOLLOWERS);
  private static final int VERIFIED = at(Posts.VERIFIED);
  private static final int ROLE = at(Posts.ROLE);
  private static final int TEXT = at(Posts.TEXT);
  private static final int LANGUAGE = at(Posts.LANGUAGE);
  private static final int URL = at(Posts.URL);
  private static final int APPLICATION = at(Posts.APPLICATION);
  private static final int PLACE = at(Posts.PLACE);
  private static final int COUNTRY = at(Posts.COUNTRY);
  private static final int RATING = at(Posts.RATING);
  private static final int RATING_SHARE = at(Posts.RATING_SHARE);
  private static final int POSTED_AT = at(Posts.POSTED_AT);
  private static final int EDITED_AT = at(Posts.EDITED_AT);
  private static final int FETCHED_AT = at(Posts.FETCHED_AT);
  private static final int LIKES = at(Posts.LIKES);
  private static final int REACTIONS = at(Posts.REACTIONS);
  private static final int SHARES = at(Posts.SHARES);
  private static final int COMMENTS = at(Posts.COMMENTS);
  private static final int VIEWS = at(Posts.VIEWS);
  private static final int REACTION_KINDS = at(Posts.REACTION_KINDS);
  private static final int MEDIA = at(Posts.MEDIA);
  private static final int ANSWER_ID = at(Posts.ANSWER_ID);
  private static final int ACCEPTED = at(Posts.ACCEPTED);
  private static final int TOPIC_KIND = at(Posts.TOPIC_KIND);
  private static final int TOPIC_STATUS = at(Posts.TOPIC_STATUS);
  private static final int DAMAGED = at(Posts.DAMAGED);
  private static final int SCRUBBED_AUTHOR = at(ArchiveRecords.SCRUBBED_AUTHOR);
  private static final int SCRUBBED_POST = at(ArchiveRecords.SCRUBBED_POST);
  private static final int MARKS = at(ArchiveRecords.MARKS);

  private final @Nullable Object[] values = new Object[FIELDS.size()];
  private final GenericInternalRow row = new GenericInternalRow(values);
  private final UTF8String source;
  private final UTF8String file;
  private final UTF8String platform;
  private final UTF8String network;

  /** The role of an employee tells who it is in a small department. */
  private final boolean namesRoles;

  private final Integer drop;
  private final Long droppedAt;
  private final Authors authors;

  RowWriter(FileContext context) {
    LocalDate date = context.drop();
    source = UTF8String.fromString(context.source().name());
    file = UTF8String.fromString(context.key());
    platform = UTF8String.fromString(context.source().platform());
    network = UTF8String.fromString(context.source().network().id());
    namesRoles = context.source().network() != Network.EMPLOYEES;
    drop = Math.toIntExact(date.toEpochDay());
    droppedAt = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    authors = context.authors();
  }

  private static int at(Field field) {
    return FIELDS.stream().map(Field::column).toList().indexOf(field.column());
  }

  InternalRow post(long line, int ordinal, Draft post) {
    begin(line, ordinal, ArchiveRecords.POST);
    values[PLATFORM] = platform;
    values[POST_ID] = text(post.postId);
    values[PARENT_ID] = text(post.parentId);
    values[THREAD_ID] = text(post.threadId);
    values[ORIGINAL_ID] = text(post.originalId);
    values[NETWORK] = network;
    values[KIND] = text(post.kind);
    values[CHANNEL] = text(post.channel);
    values[AUTHOR_KEY] = text(post.authorKey);
    values[HANDLE_KEY] = text(post.handleKey);
    values[FOLLOWERS] = post.followers;
    values[VERIFIED] = post.verified;
    values[ROLE] = namesRoles ? text(post.role) : null;
    values[TEXT] = text(post.text);
    values[LANGUAGE] = text(post.language);
    values[URL] = text(post.url);
    values[APPLICATION] = text(post.application);
    values[PLACE] = namesPlaces() ? text(post.place) : null;
    values[COUNTRY] = namesPlaces() ? text(post.country) : null;
    values[RATING] = post.rating;
    values[RATING_SHARE] = post.ratingShare;
    values[POSTED_AT] = post.postedAt;
    values[EDITED_AT] = isTime(post.editedAt) ? post.editedAt : null;
    values[FETCHED_AT] = isTime(post.fetchedAt) ? (Long) post.fetchedAt : droppedAt;
    values[LIKES] = post.likes;
    values[REACTIONS] = post.reactions;
    values[SHARES] = post.shares;
    values[COMMENTS] = post.comments;
    values[VIEWS] = post.views;
    values[REACTION_KINDS] = counts(post.reactionKinds);
    values[MEDIA] = text(post.media);
    values[ANSWER_ID] = text(post.answerId);
    values[ACCEPTED] = post.accepted;
    values[TOPIC_KIND] = text(post.topicKind);
    values[TOPIC_STATUS] = text(post.topicStatus);
    values[DAMAGED] = post.damaged;
    values[MARKS] = marks(post);
    return row;
  }

  /** An office tells who somebody is as a role does. */
  private boolean namesPlaces() {
    return namesRoles;
  }

  private static @Nullable ArrayBasedMapData counts(SortedMap<String, Long> counts) {
    return counts.isEmpty()
        ? null
        : new ArrayBasedMapData(
            new GenericArrayData(counts.keySet().stream().map(UTF8String::fromString).toArray()),
            new GenericArrayData(counts.values().toArray()));
  }

  private @Nullable GenericArrayData marks(Draft post) {
    List<UTF8String> marks = new ArrayList<>();
    addMarks(post.authorKey, marks);
    addMarks(post.handleKey, marks);
    return marks.isEmpty() ? null : new GenericArrayData(marks.toArray());
  }

  private void addMarks(@Nullable String hash, List<UTF8String> marks) {
    if (hash != null) {
      authors.marks(hash).forEach(mark -> marks.add(UTF8String.fromString(mark)));
    }
  }

  InternalRow rejected(long line, int ordinal, String reason, String excerpt) {
    begin(line, ordinal, ArchiveRecords.REJECTED);
    values[REASON] = text(reason);
    values[EXCERPT] = text(excerpt);
    return row;
  }

  /** A notice or a record out of scope. */
  InternalRow other(long line, Judged record) {
    begin(line, 0, record.verdict().name().toLowerCase(Locale.ROOT));
    values[REASON] = text(record.reason());
    values[PLATFORM] = platform;
    values[POST_ID] = text(record.erased());
    String author = record.withdrawn();
    values[AUTHOR_KEY] = author == null ? null : text(authors.author(author));
    String scrubbed = record.scrubbedAuthor();
    values[SCRUBBED_AUTHOR] = scrubbed == null ? null : text(authors.author(scrubbed));
    values[SCRUBBED_POST] = text(record.scrubbedPost());
    return row;
  }

  InternalRow failed(long line, FileFailure.Cause why) {
    begin(line, 0, ArchiveRecords.FILE_FAILURE);
    values[REASON] = text(why.code());
    return row;
  }

  private void begin(long line, int ordinal, String verdict) {
    Arrays.fill(values, null);
    values[SOURCE] = source;
    values[DROP] = drop;
    values[FILE] = file;
    values[LINE] = line;
    values[ORDINAL] = ordinal;
    values[VERDICT] = text(verdict);
  }

  private static @Nullable UTF8String text(@Nullable String text) {
    return text == null ? null : UTF8String.fromString(text);
  }
}
