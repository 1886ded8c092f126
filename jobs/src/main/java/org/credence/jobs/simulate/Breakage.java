package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Records that are no posts: JSON that stops, rows torn before the time of their post, tweets that
 * are withheld, messages of the stream itself.
 */
final class Breakage {

  private final Scene scene;

  Breakage(Scene scene) {
    this.scene = scene;
  }

  void write(LocalDate day) {
    Dice dice = scene.dice("breakage", day);
    if (dice.chance(0.55)) {
      tweet(day, dice);
    }
    if (dice.chance(0.12)) {
      Post phantom = phantom(Source.TWITTER, day, dice);
      String withheld = TweetFormat.withheld(phantom);
      scene.publisher().deliverNoPost(phantom, TwitterDay.FILE, withheld, Verdict.OUT_OF_SCOPE);
    }
    if (dice.chance(0.1)) {
      Post phantom = phantom(Source.TWITTER, day, dice);
      String limit = TweetFormat.limitNotice(1 + dice.below(90), phantom.time());
      scene.publisher().deliverNoPost(phantom, TwitterDay.FILE, limit, Verdict.NOTICE);
    }
    if (dice.chance(0.3) && !scene.story().gap(Source.CARE, day)) {
      care(day, dice);
    }
    if (dice.chance(0.12)) {
      review(day, dice);
    }
    if (dice.chance(0.12)) {
      status(day, dice);
    }
  }

  private void tweet(LocalDate day, Dice dice) {
    Post phantom = phantom(Source.TWITTER, day, dice);
    String whole = TweetFormat.line(phantom);
    int end = (int) (whole.length() * (0.2 + 0.75 * dice.unit()));
    scene
        .publisher()
        .deliverNoPost(phantom, TwitterDay.FILE, whole.substring(0, end), Verdict.REJECTED);
  }

  private void care(LocalDate day, Dice dice) {
    Post phantom = phantom(Source.CARE, day, dice);
    String time = TweetFormat.createdAt(phantom.time());
    String torn = Csv.row(phantom.id(), phantom.author().id(), "True", time.substring(0, 9));
    scene.publisher().deliverNoPost(phantom, CareDay.FILE, torn, Verdict.REJECTED);
  }

  /**
   * The last row of the file, cut inside its quotes; on other days a row without its second half.
   */
  private void review(LocalDate day, Dice dice) {
    Review phantom = new ReviewsDay(scene).review(Cast.draw(dice), day, dice);
    String whole = phantom.row(phantom.post(), Optional.empty(), day.plusDays(1));
    boolean quoted = dice.chance(0.5);
    String torn =
        quoted
            ? Csv.row(
                    phantom.firm().reviewKey(),
                    phantom.firm().name(),
                    phantom.firm().domain(),
                    phantom.post().id(),
                    phantom.title())
                + ",\"I was, at first"
            : whole.substring(0, whole.indexOf(phantom.post().id()) + 12);
    if (quoted) {
      scene.publisher().deliverTornEnd(phantom.post(), ReviewsDay.FILE, torn);
    } else {
      scene.publisher().deliverNoPost(phantom.post(), ReviewsDay.FILE, torn, Verdict.REJECTED);
    }
  }

  private void status(LocalDate day, Dice dice) {
    Firm firm = Cast.draw(dice);
    Post phantom = new FacebookDay(scene).status(firm, day, dice);
    scene
        .publisher()
        .deliverTornEnd(
            phantom, FacebookDay.file(firm), Csv.row(phantom.id(), "Our new", "Timeline"));
  }

  private Post phantom(Source source, LocalDate day, Dice dice) {
    Instant time = Scene.moment(day, dice).truncatedTo(ChronoUnit.SECONDS);
    Author author = scene.crowd().somebody(dice, source, "en");
    Firm firm = Cast.draw(dice);
    return new Post(
        source,
        Post.Kind.POST,
        source == Source.CARE ? scene.ids().care() : scene.ids().tweet(time),
        author,
        time,
        "en",
        scene.composer().about(firm, "en", Polarity.NEUTRAL, dice).text(),
        List.of(firm),
        Polarity.NEUTRAL,
        Optional.empty(),
        Optional.empty(),
        Counts.NONE);
  }
}
