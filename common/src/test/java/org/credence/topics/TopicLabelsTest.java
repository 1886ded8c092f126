package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.credence.topics.TopicLabels.Post;
import org.junit.jupiter.api.Test;

class TopicLabelsTest {

  private static final int PEOPLE = 3;
  private static final TopicLabel NONE = new TopicLabel("none", List.of());

  private final List<Post> posts = new ArrayList<>();

  @Test
  void areAPhraseAndWordsAsMostPeopleWriteThem() {
    say(1, "Bob Diamond gives up his bonus", "BOB DIAMOND: no bonus!", "So bob diamond resigns");
    say(1, "Bob Diamond keeps the Bonus?", "Did Bob Diamond take a bonus", "bonus, bonus");
    say(2, "My card refused in Rome", "card refused again", "Why is a card refused");

    assertThat(label(1).text()).isEqualTo("Bob Diamond · bonus");
    assertThat(label(2).phrase()).isEqualTo("card refused");
  }

  @Test
  void maySpanStopWordsInsideAPhraseButNoSign() {
    say(1, "the state of mind here", "a state of mind indeed", "State of mind matters", "x state");
    say(2, "cheap. flights 1", "cheap, flights 2", "cheap! flights 3", "cheap (flights) 4");

    assertThat(label(1).phrase()).isEqualTo("state of mind");
    assertThat(label(2).text()).isEqualTo("cheap, flights");
  }

  @Test
  void areInTheLanguageOfThePosts() {
    for (String text : List.of("La carte bleue", "ma carte bleue bloquée", "carte bleue perdue")) {
      posts.add(new Post(text, "fr", text, 1));
    }

    assertThat(label(1).text()).isEqualTo("carte bleue");
  }

  @Test
  void saysOnlyWhatEnoughPeopleSay() {
    for (int i = 0; i < 9; i++) {
      posts.add(new Post("secret recipe " + i, "en", "author" + i % 2, 1));
    }
    say(2, "open door", "open door now", "doors open");

    assertThat(label(1).text()).isEmpty();
    assertThat(label(2).text()).isEqualTo("open");
  }

  @Test
  void holdsNoHandleNorTheNameOfTheScopeNorBareNumbers() {
    say(1, "@janeq late train 2012", "late train says janeq @janeq", "Acme late train 2012");
    say(1, "Acme train late 2012 @janeq", "janeq: Acme 2012", "Acme, janeq, @janeq 2012");

    TopicLabel label =
        TopicLabels.of(posts, new Preparation(Set.of("acme")), PEOPLE).getOrDefault(1L, NONE);

    assertThat(label.text()).isEqualTo("late train");
  }

  @Test
  void isNeverAWholePost() {
    say(1, "fast service", "fast service from all", "Fast service again");

    assertThat(label(1).text()).isEmpty();
  }

  @Test
  void areDistinct() {
    for (long topic = 1; topic <= 3; topic++) {
      say(topic, "the late train one", "late train two", "a late train three", "late train four");
    }

    assertThat(labels().values()).extracting(TopicLabel::text).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void answersForAnyScope() {
    say(0, "late train", "late train ", "late train  ");
    say(7, "\uD83D\uDE00", "", "12 13", "word ".repeat(20_000));

    assertThat(labels()).containsOnly(Map.entry(7L, new TopicLabel("", List.of())));
    posts.clear();
    assertThat(labels()).isEmpty();
  }

  private TopicLabel label(long topic) {
    return labels().getOrDefault(topic, NONE);
  }

  /** Each text by another author. */
  private void say(long topic, String... texts) {
    for (String text : texts) {
      posts.add(new Post(text, "en", "author" + posts.size(), topic));
    }
  }

  private Map<Long, TopicLabel> labels() {
    return TopicLabels.of(posts, new Preparation(Set.of()), PEOPLE);
  }
}
