package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Brings posts into the archive as archives do: the night after their day, some late, some twice,
 * some with a delete notice that follows; and tells the truth about each.
 */
final class Publisher {

  /** How a post becomes a record of its source, in a given drop. */
  interface Format {
    String record(Post post, LocalDate drop);
  }

  /** How a review and the answer it has by then become a record. */
  interface AnsweredFormat {
    String record(Post review, Optional<Post> reply, LocalDate drop);
  }

  private static final double LATE = 0.012;
  private static final double DELETED = 0.0046;

  private final Archive archive;
  private final Truth truth;
  private final LabelDraw labels;

  Publisher(Archive archive, Truth truth, LabelDraw labels) {
    this.archive = archive;
    this.truth = truth;
    this.labels = labels;
  }

  /** A post that is never late, doubled or deleted. */
  boolean deliver(Post post, String file, Format format) {
    return deliver(post, due(post), file, format);
  }

  /** A post with everything that can happen to it; true if it stays in the archive to the end. */
  boolean publish(Post post, String file, Format format, double doubled, Dice dice) {
    int nightsLate = dice.chance(LATE) ? 1 + dice.below(3) : 0;
    LocalDate drop = archive.open(post.source(), due(post).plusDays(nightsLate));
    if (!archive.reaches(drop)) {
      drop = due(post);
    }
    if (deletable(post) && dice.chance(DELETED) && archive.reaches(drop)) {
      delete(post, drop, file, format, dice);
      return false;
    }
    boolean again = dice.chance(doubled);
    Post grown = post.later(dice);
    LocalDate second = archive.open(post.source(), drop.plusDays(nightsUntilSecond(post, dice)));
    if (!again || !archive.reaches(second)) {
      return deliver(post, drop, file, format);
    }
    send(post, drop, file, format.record(post, drop), Verdict.ACCEPTED);
    archive.send(
        post.source(),
        second,
        file,
        post.time().plusSeconds(30),
        format.record(grown, second),
        Verdict.DUPLICATE);
    settle(grown, drop);
    return true;
  }

  /** A review that comes a second time when the company has answered it. */
  void deliverAgain(Post review, Post reply, String file, AnsweredFormat format, Dice dice) {
    LocalDate drop = due(review);
    LocalDate second = reply.day().plusDays(1);
    if (!archive.reaches(drop)) {
      return;
    }
    send(review, drop, file, format.record(review, Optional.empty(), drop), Verdict.ACCEPTED);
    if (!archive.reaches(second)) {
      settle(review, drop);
      return;
    }
    Post grown = review.later(dice);
    archive.send(
        review.source(),
        second,
        file,
        review.time(),
        format.record(grown, Optional.of(reply), second),
        Verdict.DUPLICATE);
    settle(grown, drop);
    deliveredWithin(reply);
  }

  /** A post that stands in the record of another one. */
  void deliveredWithin(Post post) {
    truth.add(post);
  }

  /** A record that no reader makes a post of, though it stands where a post could. */
  void deliverNoPost(Post phantom, String file, String record, Verdict verdict) {
    archive.send(phantom.source(), due(phantom), file, phantom.time(), record, verdict);
  }

  /** A torn record as the last one of its file. */
  void deliverTornEnd(Post phantom, String file, String record) {
    archive.send(phantom.source(), due(phantom), file, Instant.MAX, record, Verdict.REJECTED);
  }

  /** The drop that brings the posts of this post's day. */
  LocalDate due(Post post) {
    LocalDate next = post.day().plusDays(1);
    return archive.open(
        post.source(), post.source() == Source.PANEL ? PanelDay.dropAfter(next) : next);
  }

  private boolean deliver(Post post, LocalDate drop, String file, Format format) {
    if (!archive.reaches(drop)) {
      return false;
    }
    send(post, drop, file, format.record(post, drop), Verdict.ACCEPTED);
    settle(post, drop);
    return true;
  }

  private void settle(Post post, LocalDate drop) {
    truth.add(post);
    labels.offer(post, drop);
  }

  private void delete(Post post, LocalDate drop, String file, Format format, Dice dice) {
    send(post, drop, file, format.record(post, drop), Verdict.ACCEPTED);
    LocalDate noticed = dice.chance(0.1) ? drop : drop.plusDays(1 + dice.below(20));
    LocalDate arrives = archive.reaches(noticed) ? noticed : archive.lastDrop();
    Instant when = arrives.atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(3_600);
    Instant order = when.isAfter(post.time()) ? when : post.time().plusSeconds(60);
    notice(post, arrives, file, when, order);
    truth.erase();
  }

  private void notice(Post post, LocalDate drop, String file, Instant when, Instant order) {
    String record = TweetFormat.deleteNotice(post, when);
    archive.send(post.source(), drop, file, order, record, Verdict.NOTICE);
  }

  /** A post that is two nights late, so that the notice of its deletion is there before it. */
  void deliverAfterItsNotice(Post post, String file, Format format) {
    LocalDate drop = due(post).plusDays(2);
    if (!archive.reaches(drop)) {
      return;
    }
    Instant when = post.time().plusSeconds(1_200);
    notice(post, drop.minusDays(1), file, when, when);
    send(post, drop, file, format.record(post, drop), Verdict.ACCEPTED);
    truth.eraseBeforeDelivery();
  }

  /** A notice for a tweet that the archive never had. */
  void noticeOfAStranger(String id, Instant when, LocalDate drop, String file) {
    archive.send(
        Source.TWITTER,
        drop,
        file,
        when,
        TweetFormat.notice(id, "1100000077", when),
        Verdict.NOTICE);
    truth.noticeOfAStranger();
  }

  private void send(Post post, LocalDate drop, String file, String record, Verdict verdict) {
    archive.send(post.source(), drop, file, post.time(), record, verdict);
  }

  private static boolean deletable(Post post) {
    return post.source() == Source.TWITTER && post.original() && post.author().voiceOf().isEmpty();
  }

  private static int nightsUntilSecond(Post post, Dice dice) {
    if (post.source() == Source.FACEBOOK) {
      return 1;
    }
    return dice.chance(0.15) ? 0 : 1 + dice.below(4);
  }
}
