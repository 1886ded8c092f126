package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Customer service threads of a day: a question, mostly an answer, sometimes what the customer says
 * then.
 */
final class CareDay {

  static final String FILE = "twcs.csv";

  private static final double DAILY = 95;
  private static final double DOUBLED = 0.006;

  private final Scene scene;

  CareDay(Scene scene) {
    this.scene = scene;
  }

  void write(LocalDate day) {
    if (scene.story().gap(Source.CARE, day)) {
      return;
    }
    Dice dice = scene.dice("care", day);
    for (Firm firm : Cast.FIRMS) {
      int threads = scene.volume(DAILY, firm, day, dice);
      for (int i = 0; i < threads; i++) {
        thread(firm, day, dice);
      }
    }
  }

  private void thread(Firm firm, LocalDate day, Dice dice) {
    String language = Scene.language(firm, dice);
    Author customer = scene.crowd().somebody(dice, Source.CARE, language);
    Mood asked = scene.story().mood(firm, day).times(1.5, 1.1, 0.5).leaning(customer.lean());
    Post question =
        byCustomer(
            firm, customer, Scene.moment(day, dice), asked, language, Optional.empty(), dice);
    if (!dice.chance(0.84)) {
      publish(question, "", dice);
      return;
    }
    Post answer = answer(firm, question, dice);
    boolean sameDay = answer.day().equals(day);
    publish(question, sameDay ? answer.id() : "", dice);
    if (scene.story().gap(Source.CARE, answer.day())) {
      return;
    }
    Instant later = answer.time().plusSeconds(120 + dice.heavy(2_400));
    if (!dice.chance(0.36) || !Scene.on(day, later)) {
      publish(answer, "", dice);
      return;
    }
    Mood told = asked.towards(firm.usual(), 0.5);
    Post reply = byCustomer(firm, customer, later, told, language, Optional.of(answer), dice);
    publish(answer, reply.id(), dice);
    publish(reply, "", dice);
  }

  private Post byCustomer(
      Firm firm,
      Author customer,
      Instant time,
      Mood mood,
      String language,
      Optional<Post> parent,
      Dice dice) {
    Polarity polarity = mood.draw(dice);
    Composer.Words words = scene.composer().question(firm, language, polarity, dice);
    return post(
        customer,
        time,
        language,
        "@" + firm.care() + " " + words.text(),
        firm,
        polarity,
        parent,
        words.attribute());
  }

  private Post answer(Firm firm, Post question, Dice dice) {
    Instant time = question.time().plusSeconds(180 + dice.heavy(4_500));
    String text = scene.composer().say("company.answer", firm, question.language(), dice);
    return post(
        scene.crowd().care(firm, Source.CARE),
        time,
        question.language(),
        "@" + question.author().id() + " " + text,
        firm,
        Polarity.NEUTRAL,
        Optional.of(question),
        Optional.empty());
  }

  private Post post(
      Author author,
      Instant time,
      String language,
      String text,
      Firm firm,
      Polarity polarity,
      Optional<Post> parent,
      Optional<String> attribute) {
    return new Post(
        Source.CARE,
        parent.isPresent() ? Post.Kind.REPLY : Post.Kind.POST,
        scene.ids().care(),
        author,
        time,
        language,
        text,
        List.of(firm),
        polarity,
        parent,
        attribute,
        Counts.NONE);
  }

  private void publish(Post post, String answeredBy, Dice dice) {
    scene
        .publisher()
        .publish(post, FILE, (p, drop) -> CareFormat.row(p, answeredBy), DOUBLED, dice);
  }
}
