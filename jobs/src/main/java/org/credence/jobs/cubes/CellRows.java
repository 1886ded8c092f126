package org.credence.jobs.cubes;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Conversation;
import org.credence.cubes.Cube;
import org.credence.cubes.Dimension;
import org.credence.cubes.Engagement;
import org.credence.cubes.Engagement.Response;
import org.credence.cubes.Measure;
import org.credence.cubes.Trust;
import org.credence.cubes.Trust.Estimated;
import org.credence.statistics.AuthorSample;
import org.credence.statistics.Change;
import org.credence.statistics.Estimate;
import org.credence.statistics.Figure;
import org.credence.statistics.Prevalence;
import org.credence.statistics.Tier;

/** Writes the cells of one brand as rows of the three cubes. */
final class CellRows {

  private static final String COMPANY = "company";
  private static final String PUBLIC = "public";

  private final CellRules rules;
  private final String brand;

  CellRows(CellRules rules, String brand) {
    this.rules = rules;
    this.brand = brand;
  }

  void add(
      Series series,
      Period period,
      Cut cut,
      Optional<Estimator.Judged> judged,
      Optional<Change> change,
      Queue<Row> out) {
    boolean always = series.isWhole() && rules.isKnown(period);
    Tally.Voice people = cut.tally().people();
    Tally.Voice company = cut.tally().company();
    if (!series.isSubject()) {
      if (always || !cut.tally().isEmpty()) {
        out.add(conversation(series, period, cut));
      }
      if (always || people.posts() > 0) {
        out.add(engagement(series, period, cut, PUBLIC));
      }
      if (always || company.posts() > 0) {
        out.add(engagement(series, period, cut, COMPANY));
      }
    }
    if (always || people.originals() > 0) {
      out.add(trust(series, period, cut, judged, change));
    }
  }

  private CellRow row(Cube cube, Series series, Period period, CellState state) {
    String mark = mark(cube, period);
    String before = mark(cube, Period.of(period.level(), period.previous()));
    return new CellRow(cube)
        .at(brand, series, period)
        .set(Cells.MODEL_VERSION, "")
        .set(Cells.TAXONOMY_VERSION, rules.epochs().taxonomy(period))
        .set(Cells.SERIES, mark)
        .set(Cells.SERIES_BREAK, Epochs.breaks(before, mark))
        .state(state, period.isPartial(rules.night()), rules.gapsIn(period));
  }

  private String mark(Cube cube, Period period) {
    return cube.equals(Trust.CUBE)
        ? rules.epochs().scores(brand, period)
        : rules.epochs().counts(brand, period);
  }

  private CellState state(Period period, Tally tally, boolean shown) {
    boolean unknown = rules.gapsIn(period) > 0 || rules.epochs().counts(brand, period).isEmpty();
    if (tally.isEmpty() && unknown) {
      return CellState.MISSING;
    }
    return shown ? CellState.PUBLISHED : CellState.SUPPRESSED;
  }

  private Row conversation(Series series, Period period, Cut cut) {
    CellState state = state(period, cut.tally(), cut.showsConversation());
    CellRow row = row(Conversation.CUBE, series, period, state);
    if (state == CellState.PUBLISHED) {
      Tally.Voice people = cut.tally().people();
      row.count(Conversation.POSTS, people.posts());
      row.count(Conversation.ORIGINAL_POSTS, people.originals());
      row.count(Conversation.REPOSTS, people.reposts());
      row.count(Conversation.REPLIES, people.replies());
      row.count(Conversation.PEOPLE, cut.tally().authors().people());
      row.count(Conversation.COMPANY_POSTS, cut.tally().company().posts());
    }
    return row.toRow();
  }

  /** What the company wrote is its own: no person is protected there. */
  private Row engagement(Series series, Period period, Cut cut, String voice) {
    boolean byCompany = voice.equals(COMPANY);
    CellState state = state(period, cut.tally(), byCompany || cut.showsConversation());
    CellRow row = row(Engagement.CUBE, series, period, state);
    row.set(Dimension.VOICE.field(), voice);
    if (state != CellState.PUBLISHED) {
      return row.toRow();
    }
    Tally.Voice said = byCompany ? cut.tally().company() : cut.tally().people();
    row.count(Engagement.ORIGINAL_POSTS, said.originals());
    for (int i = 0; i < Engagement.responses().size(); i++) {
      Response response = Engagement.responses().get(i);
      if (said.posted(i) > 0) {
        row.count(response.total(), said.total(i));
      }
      row.count(response.posts(), said.posted(i));
    }
    if (byCompany) {
      rate(row, Engagement.APPLAUSE, said, Engagement.LIKES);
      rate(row, Engagement.AMPLIFICATION, said, Engagement.SHARES);
      rate(row, Engagement.CONVERSATION_RATE, said, Engagement.COMMENTS);
    } else {
      AuthorSample authors = cut.tally().authors();
      row.count(Engagement.PEOPLE, authors.people());
      row.count(Engagement.PEOPLE_SHARING, authors.people(Tier.SHARING));
      row.count(Engagement.PEOPLE_COMMENTING, authors.people(Tier.COMMENTING));
      row.count(Engagement.PEOPLE_PRODUCING, authors.people(Tier.PRODUCING));
    }
    return row.toRow();
  }

  private static void rate(CellRow row, Measure rate, Tally.Voice said, Response response) {
    int i = Engagement.responses().indexOf(response);
    if (said.posted(i) > 0) {
      row.figure(rate, said.total(i) / (double) said.posted(i));
    }
  }

  private Row trust(
      Series series,
      Period period,
      Cut cut,
      Optional<Estimator.Judged> judged,
      Optional<Change> change) {
    CellState state = state(period, cut.tally(), cut.showsTrust());
    CellRow row = row(Trust.CUBE, series, period, state);
    if (state != CellState.PUBLISHED) {
      return row.toRow();
    }
    Tally.Voice people = cut.tally().people();
    row.figure(Trust.VOICES, judged.map(found -> found.prevalence().voices()).orElse(0.0));
    row.count(Trust.POSTS_SCORED, people.scored());
    row.count(Trust.POSTS_UNSCORED, people.unscored());
    row.count(Trust.POSTS_BOT, people.bots());
    row.count(Trust.PEOPLE, Math.round(cut.tally().authors().voices()));
    judged.ifPresent(found -> figures(row, found, cut.tally()));
    change.ifPresent(
        found -> {
          row.figure(Trust.NET_CHANGE, found.value());
          row.figure(Trust.NET_CHANGE_LOW, found.interval().low());
          row.figure(Trust.NET_CHANGE_HIGH, found.interval().high());
          row.figure(Trust.NET_CHANGE_P, found.p());
        });
    return row.toRow();
  }

  private static void figures(CellRow row, Estimator.Judged judged, Tally tally) {
    Prevalence prevalence = judged.prevalence();
    figure(row, Trust.NET, prevalence.get(Figure.NET));
    figure(row, Trust.POSITIVE, prevalence.get(Figure.POSITIVE));
    figure(row, Trust.NEUTRAL, prevalence.get(Figure.NEUTRAL));
    figure(row, Trust.NEGATIVE, prevalence.get(Figure.NEGATIVE));
    row.set(Trust.METHOD.field(), judged.reading().method().code());
    row.set(Trust.BASIS.field(), judged.reading().shift().basis().name().toLowerCase(Locale.ROOT));
    row.set(
        Cells.MODEL_VERSION,
        tally.models().values().stream()
            .flatMap(v -> v.stream())
            .distinct()
            .sorted()
            .collect(joining(",")));
  }

  private static void figure(CellRow row, Estimated columns, Estimate estimate) {
    row.figure(columns.value(), estimate.value());
    row.figure(columns.low(), estimate.conversation().low());
    row.figure(columns.high(), estimate.conversation().high());
    row.figure(columns.postsLow(), estimate.posts().low());
    row.figure(columns.postsHigh(), estimate.posts().high());
  }
}
