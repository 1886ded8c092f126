package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tweets that the story plants: the viral thread, the bot, the loud person, delete notices of
 * strangers.
 */
final class StoryDay {

  private static final int BOT_POSTS = 32;
  private static final int LOUD_POSTS = 25;

  private final Scene scene;
  private Optional<Post> root = Optional.empty();

  StoryDay(Scene scene) {
    this.scene = scene;
  }

  void write(LocalDate day) {
    Dice dice = scene.dice("story", day);
    if (day.equals(scene.story().viralDay())) {
      root = Optional.of(viralRoot(day, dice));
      deliver(root.get());
    }
    root.ifPresent(post -> viralReplies(post, day, dice));
    if (scene.story().bot(day)) {
      bot(day, dice);
    }
    if (scene.story().loud(day)) {
      loud(day, dice);
    }
    if (scene.story().regretted(day)) {
      scene
          .publisher()
          .deliverAfterItsNotice(regret(day, dice), TwitterDay.FILE, TwitterDay::record);
    }
    if (dice.chance(0.2)) {
      Instant time = Scene.moment(day, dice);
      String stranger = scene.ids().tweet(time.minusSeconds(400L * 86_400));
      scene.publisher().noticeOfAStranger(stranger, time, day.plusDays(1), TwitterDay.FILE);
    }
  }

  /** Id of the post that everybody answers, once it is written. */
  Optional<String> viralId() {
    return root.map(Post::id);
  }

  private Post viralRoot(LocalDate day, Dice dice) {
    String text = scene.composer().plain("viral.root", 0, Cast.DRELVANO);
    Instant time = Scene.moment(day, 7 * 3_600 + 720, dice);
    return tweet(
        scene.crowd().firstVictim(),
        time,
        "en",
        new Composer.Words(text, Optional.empty()),
        List.of(Cast.DRELVANO),
        Polarity.NEGATIVE,
        Optional.empty(),
        Counts.of(9_120, 4_310, 1_640));
  }

  private void viralReplies(Post post, LocalDate day, Dice dice) {
    int replies = dice.about(scene.story().viralReplies(day) * scene.options().scale());
    for (int i = 0; i < replies; i++) {
      String language = dice.chance(0.3) ? "fr" : "en";
      Author author = scene.crowd().anybody(dice, Source.TWITTER, language);
      Polarity polarity = scene.story().mood(Cast.DRELVANO, day).leaning(author.lean()).draw(dice);
      boolean named = dice.chance(0.6);
      Composer.Words words =
          named
              ? scene.composer().about(Cast.DRELVANO, language, polarity, dice)
              : new Composer.Words(
                  scene.composer().say("thread", Cast.DRELVANO, language, dice), Optional.empty());
      Instant time = Scene.moment(day, 8 * 3_600 + dice.below(16 * 3_600 - 1), dice);
      deliver(
          tweet(
              author,
              time,
              language,
              new Composer.Words(
                  "@" + post.author().handle() + " " + words.text(), words.attribute()),
              named ? List.of(Cast.DRELVANO) : List.of(),
              polarity,
              Optional.of(post),
              Counts.of(dice.heavy(2), 0, 0)));
    }
  }

  private void bot(LocalDate day, Dice dice) {
    for (int i = 0; i < BOT_POSTS; i++) {
      String text = scene.composer().plain("bot", i, Cast.MARNEK_OSKAL);
      deliver(
          tweet(
              scene.crowd().bot(),
              Scene.moment(day, dice),
              "en",
              new Composer.Words(text, Optional.empty()),
              List.of(Cast.MARNEK_OSKAL),
              Polarity.POSITIVE,
              Optional.empty(),
              Counts.NONE));
    }
  }

  private void loud(LocalDate day, Dice dice) {
    int posts = dice.about(LOUD_POSTS * Math.min(1, scene.options().scale()));
    for (int i = 0; i < posts; i++) {
      deliver(
          tweet(
              scene.crowd().loud(),
              Scene.moment(day, dice),
              "en",
              scene.composer().about(Cast.TOVARIEL, "en", Polarity.NEGATIVE, dice),
              List.of(Cast.TOVARIEL),
              Polarity.NEGATIVE,
              Optional.empty(),
              Counts.of(dice.heavy(1), 0, 0)));
    }
  }

  private Post regret(LocalDate day, Dice dice) {
    return tweet(
        scene.crowd().anybody(dice, Source.TWITTER, "en"),
        Scene.moment(day, dice),
        "en",
        scene.composer().about(Cast.QUILZANE, "en", Polarity.NEGATIVE, dice),
        List.of(Cast.QUILZANE),
        Polarity.NEGATIVE,
        Optional.empty(),
        Counts.NONE);
  }

  private void deliver(Post post) {
    scene.publisher().deliver(post, TwitterDay.FILE, TwitterDay::record);
  }

  private Post tweet(
      Author author,
      Instant time,
      String language,
      Composer.Words words,
      List<Firm> firms,
      Polarity polarity,
      Optional<Post> parent,
      Counts counts) {
    return new Post(
        Source.TWITTER,
        parent.isPresent() ? Post.Kind.REPLY : Post.Kind.POST,
        scene.ids().tweet(time),
        author,
        time,
        language,
        words.text(),
        firms,
        polarity,
        parent,
        words.attribute(),
        counts);
  }
}
