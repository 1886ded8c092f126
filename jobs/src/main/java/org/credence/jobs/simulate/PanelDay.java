package org.credence.jobs.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tweets that a panel of people labelled by hand, in the shape of RepLab 2013; delivered on
 * Mondays, some in Spanish.
 */
final class PanelDay {

  static final String FILE = "panel.ndjson";

  private static final double DAILY = 46;

  private final Scene scene;

  PanelDay(Scene scene) {
    this.scene = scene;
  }

  static LocalDate dropAfter(LocalDate day) {
    return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }

  void write(LocalDate day) {
    Dice dice = scene.dice("panel", day);
    int posts = dice.about(DAILY * scene.options().scale() * Story.weekday(day));
    for (int i = 0; i < posts; i++) {
      Firm firm = Cast.draw(dice);
      boolean namesake = firm.equals(Cast.QUILZANE) && dice.chance(0.2);
      Post post = namesake ? namesake(day, dice) : post(firm, day, dice);
      String polarity = namesake ? "" : judged(post, dice).name();
      scene.publisher().deliver(post, FILE, (p, drop) -> row(p, firm, polarity));
    }
  }

  private Post post(Firm firm, LocalDate day, Dice dice) {
    double u = dice.unit();
    String language = u < 0.22 ? "es" : u < 0.45 ? "fr" : "en";
    Author author = scene.crowd().somebody(dice, Source.PANEL, language);
    Polarity polarity = scene.story().mood(firm, day).leaning(author.lean()).draw(dice);
    Composer.Words words = scene.composer().about(firm, language, polarity, dice);
    return post(author, day, language, words, List.of(firm), polarity, dice);
  }

  /** A post about a footballer who has the brand's name. */
  private Post namesake(LocalDate day, Dice dice) {
    String language = dice.chance(0.3) ? "es" : "en";
    Author author = scene.crowd().somebody(dice, Source.PANEL, language);
    String text = scene.composer().say("elsewhere.quilzane", Cast.QUILZANE, language, dice);
    Composer.Words words = new Composer.Words(text, Optional.empty());
    return post(author, day, language, words, List.of(), Polarity.NEUTRAL, dice);
  }

  private Post post(
      Author author,
      LocalDate day,
      String language,
      Composer.Words words,
      List<Firm> firms,
      Polarity polarity,
      Dice dice) {
    Instant time = Instant.ofEpochSecond(Scene.moment(day, dice).getEpochSecond());
    return new Post(
        Source.PANEL,
        Post.Kind.POST,
        scene.ids().tweet(time),
        author,
        time,
        language,
        words.text(),
        firms,
        polarity,
        Optional.empty(),
        words.attribute(),
        Counts.of(dice.heavy(2), dice.heavy(1), 0));
  }

  /** People err: one judgement in sixteen is another one. */
  private static Polarity judged(Post post, Dice dice) {
    return dice.chance(0.0625) ? Composer.other(post.polarity(), dice) : post.polarity();
  }

  private static String row(Post post, Firm firm, String polarity) {
    boolean related = !polarity.isEmpty();
    Json row =
        Json.unicode()
            .text("split", "training")
            .text("entity_id", "RL2013D09E%03d".formatted(Cast.FIRMS.indexOf(firm) + 1))
            .text("entity", firm.name())
            .text("entity_name", firm.name() + " SA")
            .text("domain", "simulated")
            .text("tweet_id", post.id())
            .text("author", post.author().handle())
            .text("lang", post.language().toUpperCase(Locale.ROOT))
            .number("timestamp", post.time().getEpochSecond())
            .text("text", post.text())
            .number("likes", post.counts().likes())
            .number("retweets", post.counts().shares())
            .text("filtering", related ? "RELATED" : "UNRELATED");
    if (related) {
      row.text("polarity", polarity).text("topic", "Everyday").text("priority", "UNIMPORTANT");
    } else {
      row.nothing("polarity").nothing("topic").nothing("priority");
    }
    return row.text("near_dup_of", "-1")
        .text("text_source", "simulated")
        .bool("entity_name_in_text", true)
        .end();
  }
}
