package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One simulated post and everything that is true about it.
 *
 * @param id id at the platform
 * @param language what it is written in: en, fr or es
 * @param firms the firms it mentions
 * @param parent the post it answers, repeats or quotes
 * @param attribute the trust attribute it names
 * @param counts as first delivered
 */
record Post(
    Source source,
    Kind kind,
    String id,
    Author author,
    Instant time,
    String language,
    String text,
    List<Firm> firms,
    Polarity polarity,
    Optional<Post> parent,
    Optional<String> attribute,
    Counts counts) {

  /** What the post is to other posts. */
  enum Kind {
    POST,
    REPLY,
    QUOTE,
    REPOST
  }

  LocalDate day() {
    return LocalDate.ofInstant(time, SimulationOptions.ZONE);
  }

  /** The firms whose own account wrote it, at most one. */
  boolean by(Firm firm) {
    return author.voiceOf().filter(firm::equals).isPresent();
  }

  boolean original() {
    return kind != Kind.REPOST;
  }

  /** A language that the demo's configuration has a model for. */
  boolean scored() {
    return !language.equals("es");
  }

  /** The same post some time later: more of those counts that its source delivers. */
  Post later(Dice dice) {
    Counts more = counts.later(dice);
    return switch (source) {
      case TWITTER, FACEBOOK -> with(more);
      case PANEL -> with(Counts.of(more.likes(), more.shares(), 0));
      case REVIEWS -> with(Counts.of(more.likes(), 0, 0));
      case CARE -> this;
    };
  }

  private Post with(Counts other) {
    return new Post(
        source, kind, id, author, time, language, text, firms, polarity, parent, attribute, other);
  }
}
