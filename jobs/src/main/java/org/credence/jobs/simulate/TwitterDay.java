package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tweets of a day: what people say, repeat, quote and answer, and what the firms post. */
final class TwitterDay {

  static final String FILE = "tweets.json";

  private static final double DAILY = 690;
  private static final double CHATTER_DAILY = 55;
  private static final double DOUBLED = 0.01;

  private final Scene scene;
  private final Map<String, Recent> people = new HashMap<>();
  private final Map<String, Recent> firms = new HashMap<>();

  TwitterDay(Scene scene) {
    this.scene = scene;
  }

  void write(LocalDate day) {
    Dice dice = scene.dice("twitter", day);
    for (Firm firm : Cast.FIRMS) {
      firmPosts(firm, day, dice);
      int volume = scene.volume(DAILY, firm, day, dice);
      for (int i = 0; i < volume; i++) {
        publish(firm, tweet(firm, day, dice), dice);
      }
    }
    int chatter = dice.about(CHATTER_DAILY * scene.options().scale() * Story.weekday(day));
    for (int i = 0; i < chatter; i++) {
      scene.publisher().publish(chatter(day, dice), FILE, TwitterDay::record, DOUBLED, dice);
    }
    people.values().forEach(Recent::nextDay);
    firms.values().forEach(Recent::nextDay);
  }

  static String record(Post post, LocalDate drop) {
    return TweetFormat.line(post);
  }

  private void publish(Firm firm, Post post, Dice dice) {
    boolean stays = scene.publisher().publish(post, FILE, TwitterDay::record, DOUBLED, dice);
    if (stays && post.kind() == Post.Kind.POST) {
      said(people, firm).add(post);
    }
    if (stays && post.original() && dice.chance(answered(firm, post))) {
      answer(firm, post, dice);
    }
  }

  private static Recent said(Map<String, Recent> by, Firm firm) {
    return by.computeIfAbsent(firm.id(), id -> new Recent());
  }

  private Post tweet(Firm firm, LocalDate day, Dice dice) {
    double u = dice.unit();
    if (u < 0.16) {
      Recent said = dice.chance(0.2) ? said(firms, firm) : said(people, firm);
      Optional<Post> original = said.pick(dice);
      if (original.isPresent()) {
        return repost(original.get(), day, dice);
      }
    } else if (u < 0.28) {
      Recent said = dice.chance(0.35) ? said(firms, firm) : said(people, firm);
      Optional<Post> parent = said.pick(dice);
      if (parent.isPresent()) {
        return own(firm, Post.Kind.REPLY, parent, day, dice);
      }
    } else if (u < 0.32) {
      Optional<Post> quoted = said(people, firm).pick(dice);
      if (quoted.isPresent()) {
        return own(firm, Post.Kind.QUOTE, quoted, day, dice);
      }
    } else if (u < 0.33) {
      return aboutTwo(firm, day, dice);
    }
    return own(firm, Post.Kind.POST, Optional.empty(), day, dice);
  }

  private Post own(Firm firm, Post.Kind kind, Optional<Post> parent, LocalDate day, Dice dice) {
    String language = Scene.language(firm, dice);
    Author author = scene.crowd().somebody(dice, Source.TWITTER, language);
    Polarity polarity = scene.story().mood(firm, day).leaning(author.lean()).draw(dice);
    Composer.Words words = scene.composer().about(firm, language, polarity, dice);
    String handle =
        kind == Post.Kind.REPLY ? parent.map(p -> "@" + p.author().handle() + " ").orElse("") : "";
    String link = dice.chance(0.12) ? " https://t.co/" + Long.toString(dice.bits() >>> 14, 36) : "";
    Instant time = Scene.moment(day, dice);
    return new Post(
        Source.TWITTER,
        kind,
        scene.ids().tweet(time),
        author,
        time,
        language,
        handle + words.text() + link,
        List.of(firm),
        polarity,
        parent,
        words.attribute(),
        Counts.of(dice.heavy(3), dice.heavy(0.9), dice.heavy(0.5)));
  }

  private Post repost(Post original, LocalDate day, Dice dice) {
    Author author = scene.crowd().somebody(dice, Source.TWITTER, original.language());
    Instant time = Scene.moment(day, dice);
    return new Post(
        Source.TWITTER,
        Post.Kind.REPOST,
        scene.ids().tweet(time),
        author,
        time,
        original.language(),
        "RT @" + original.author().handle() + ": " + original.text(),
        original.firms(),
        original.polarity(),
        Optional.of(original),
        original.attribute(),
        Counts.NONE);
  }

  private Post aboutTwo(Firm firm, LocalDate day, Dice dice) {
    Firm other = Cast.FIRMS.get((Cast.FIRMS.indexOf(firm) + 1 + dice.below(3)) % 4);
    String language = Scene.language(firm, dice);
    return plain(
        scene.crowd().somebody(dice, Source.TWITTER, language),
        Scene.moment(day, dice),
        language,
        scene.composer().aboutBoth(firm, other, language, dice),
        List.of(firm, other),
        Optional.empty(),
        Counts.of(dice.heavy(2), 0, 0));
  }

  private Post chatter(LocalDate day, Dice dice) {
    String language = dice.chance(0.45) ? "fr" : "en";
    boolean namesake = dice.chance(0.08);
    String section = namesake ? "elsewhere.quilzane" : "chatter";
    return plain(
        scene.crowd().somebody(dice, Source.TWITTER, language),
        Scene.moment(day, dice),
        language,
        scene.composer().say(section, Cast.QUILZANE, language, dice),
        List.of(),
        Optional.empty(),
        Counts.of(dice.heavy(2), 0, 0));
  }

  private void firmPosts(Firm firm, LocalDate day, Dice dice) {
    boolean campaign = scene.story().campaign(firm, day);
    boolean crisis = scene.story().crisis(firm, day);
    int posts = campaign ? 9 : 2 + dice.below(3);
    for (int i = 0; i < posts; i++) {
      String section = campaign ? "company.campaign" : crisis ? "company.crisis" : "company.post";
      String language = Scene.language(firm, dice);
      Author author =
          dice.chance(crisis ? 0.4 : 0.15)
              ? scene.crowd().spokesperson(firm)
              : scene.crowd().page(firm, Source.TWITTER);
      Post post =
          plain(
              author,
              Scene.moment(day, 8 * 3_600 + dice.below(11 * 3_600), dice),
              language,
              scene.composer().say(section, firm, language, dice),
              List.of(firm),
              Optional.empty(),
              Counts.of(dice.heavy(80), dice.heavy(20), dice.heavy(12)));
      if (scene.publisher().publish(post, FILE, TwitterDay::record, DOUBLED, dice)) {
        said(firms, firm).add(post);
      }
    }
  }

  /** How likely the firm is to answer: rarely, but after four days of crisis it begins to. */
  private double answered(Firm firm, Post post) {
    if (post.polarity() == Polarity.POSITIVE || post.kind() == Post.Kind.QUOTE) {
      return 0.01;
    }
    return scene.story().answering(firm, post.day()) ? 0.4 : 0.06;
  }

  private void answer(Firm firm, Post post, Dice dice) {
    Instant time = post.time().plusSeconds(420 + dice.heavy(5_400));
    String text = scene.composer().say("company.answer", firm, post.language(), dice);
    Post answer =
        plain(
            scene.crowd().care(firm, Source.TWITTER),
            time,
            post.language(),
            "@" + post.author().handle() + " " + text,
            List.of(firm),
            Optional.of(post),
            Counts.of(dice.heavy(1), 0, 0));
    scene.publisher().deliver(answer, FILE, TwitterDay::record);
  }

  private Post plain(
      Author author,
      Instant time,
      String language,
      String text,
      List<Firm> about,
      Optional<Post> parent,
      Counts counts) {
    return new Post(
        Source.TWITTER,
        parent.isPresent() ? Post.Kind.REPLY : Post.Kind.POST,
        scene.ids().tweet(time),
        author,
        time,
        language,
        text,
        about,
        Polarity.NEUTRAL,
        parent,
        Optional.empty(),
        counts);
  }
}
