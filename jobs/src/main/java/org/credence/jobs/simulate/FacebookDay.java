package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Posts of the firms' own pages; each night brings those of the night before once more, with higher
 * counts.
 */
final class FacebookDay {

  private static final DateTimeFormatter PUBLISHED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Scene scene;

  FacebookDay(Scene scene) {
    this.scene = scene;
  }

  static String file(Firm firm) {
    return firm.page() + "_facebook_statuses.csv";
  }

  void write(LocalDate day) {
    Dice dice = scene.dice("facebook", day);
    for (Firm firm : Cast.FIRMS) {
      int posts = scene.story().campaign(firm, day) ? 4 : 1 + dice.below(3);
      for (int i = 0; i < posts; i++) {
        Post status = status(firm, day, dice);
        scene.publisher().publish(status, file(firm), (p, drop) -> row(p), 1, dice);
      }
    }
  }

  Post status(Firm firm, LocalDate day, Dice dice) {
    String language = Scene.language(firm, dice);
    String section =
        scene.story().campaign(firm, day)
            ? "company.campaign"
            : scene.story().crisis(firm, day) ? "company.crisis" : "company.post";
    Instant time = Scene.moment(day, 8 * 3_600 + dice.below(12 * 3_600), dice);
    int likes = dice.heavy(140);
    return new Post(
        Source.FACEBOOK,
        Post.Kind.POST,
        scene.ids().status(firm),
        scene.crowd().page(firm, Source.FACEBOOK),
        time,
        language,
        scene.composer().say(section, firm, language, dice),
        List.of(firm),
        Polarity.NEUTRAL,
        Optional.empty(),
        Optional.empty(),
        new Counts(likes, likes + dice.heavy(30), dice.heavy(18), dice.heavy(25)));
  }

  static String row(Post post) {
    Counts counts = post.counts();
    int kinds = counts.reactions() - counts.likes();
    return Csv.row(
        post.id(),
        post.text(),
        "Timeline Photos",
        "photo",
        "https://www.facebook.com/" + post.author().handle() + "/posts/" + post.id(),
        PUBLISHED.format(LocalDateTime.ofInstant(post.time(), SimulationOptions.ZONE)),
        counts.reactions(),
        counts.comments(),
        counts.shares(),
        counts.likes(),
        kinds - kinds / 2,
        kinds / 4,
        kinds / 2 - kinds / 4,
        0,
        0);
  }
}
