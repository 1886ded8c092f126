package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reviews of a day with stars; firms answer a third of them, some only when the review is delivered
 * again.
 */
final class ReviewsDay {

  static final String FILE = "avis.csv";

  private static final double DAILY = 50;

  private final Scene scene;

  ReviewsDay(Scene scene) {
    this.scene = scene;
  }

  void write(LocalDate day) {
    Dice dice = scene.dice("reviews", day);
    for (Firm firm : Cast.FIRMS) {
      int reviews = scene.volume(DAILY, firm, day, dice);
      for (int i = 0; i < reviews; i++) {
        deliver(firm, review(firm, day, dice), dice);
      }
    }
  }

  Review review(Firm firm, LocalDate day, Dice dice) {
    String language = Scene.language(firm, dice);
    Author author = scene.crowd().anybody(dice, Source.REVIEWS, language);
    Mood mood = scene.story().mood(firm, day).times(1.3, 0.45, 1.3).leaning(author.lean());
    Polarity polarity = mood.draw(dice);
    Composer.Words words = scene.composer().review(firm, language, polarity, dice);
    Instant time = Scene.moment(day, dice);
    Post post =
        new Post(
            Source.REVIEWS,
            Post.Kind.POST,
            scene.ids().review(time),
            author,
            time,
            language,
            words.text(),
            List.of(firm),
            polarity,
            Optional.empty(),
            words.attribute(),
            Counts.of(dice.heavy(0.6), 0, 0));
    return new Review(
        firm, post, scene.composer().title(language, polarity, dice), stars(polarity, dice));
  }

  private void deliver(Firm firm, Review review, Dice dice) {
    Publisher publisher = scene.publisher();
    double u = dice.unit();
    if (u < 0.2) {
      Post reply = reply(firm, review.post(), 1_800 + dice.heavy(9_000), dice);
      boolean inTime = Scene.on(review.post().day(), reply.time());
      Optional<Post> answered = inTime ? Optional.of(reply) : Optional.empty();
      publisher.deliver(review.post(), FILE, (p, drop) -> review.row(p, answered, drop));
      answered.ifPresent(publisher::deliveredWithin);
    } else if (u < 0.34) {
      Post reply = reply(firm, review.post(), 86_400 + dice.below(2 * 86_400), dice);
      publisher.deliverAgain(review.post(), reply, FILE, review::row, dice);
    } else {
      publisher.deliver(review.post(), FILE, (p, drop) -> review.row(p, Optional.empty(), drop));
    }
  }

  private Post reply(Firm firm, Post review, int seconds, Dice dice) {
    return new Post(
        Source.REVIEWS,
        Post.Kind.REPLY,
        review.id() + "-reply",
        scene.crowd().page(firm, Source.REVIEWS),
        review.time().plusSeconds(seconds),
        review.language(),
        scene.composer().say("company.answer", firm, review.language(), dice),
        List.of(firm),
        Polarity.NEUTRAL,
        Optional.of(review),
        Optional.empty(),
        Counts.NONE);
  }

  private static int stars(Polarity polarity, Dice dice) {
    double u = dice.unit();
    return switch (polarity) {
      case NEGATIVE -> u < 0.75 ? 1 : u < 0.97 ? 2 : 3;
      case NEUTRAL -> u < 0.7 ? 3 : u < 0.85 ? 2 : 4;
      case POSITIVE -> u < 0.7 ? 5 : u < 0.97 ? 4 : 3;
    };
  }
}
