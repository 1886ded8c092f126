package org.credence.jobs.simulate;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the truth as JSON: tables of rows, each with the names of its columns, one row a line. */
final class TruthFile {

  private static final String DEFINITIONS =
      """
      "definitions":{
      "mention":"post and brand: the text holds an alias of the brand as whole words in any case and no word that rules it out, or an own handle of the brand, or the post stands on the brand's own page or review page, or an own account of the brand wrote it",
      "posts":"mentions by others than the brand's own accounts, of any kind; erased posts out",
      "original_posts":"posts less reposts",
      "replies":"part of the original posts",
      "people":"distinct authors of posts; those who only repost, and the bot, included",
      "company_posts":"mentions by the brand's own accounts, answers inside review records included; not part of posts",
      "posts_scored":"original posts, not by the bot, in English or French: they are behind the shares",
      "posts_unscored":"original posts in Spanish",
      "posts_bot":"original posts by the bot",
      "people_scored":"distinct authors behind the shares",
      "shares":"each author and day weighs 1 within a brand: a mention weighs round(1e6/m) millionths, m = scored posts of the author about the brand on the day; *_ppm are sums of weights; net = positive - negative",
      "responses":"sums over original posts (kind other than repost) of the counts delivered last; likes and reactions are the same but on facebook; care delivers none",
      "attributes":"scored mentions whose text names the attribute on purpose",
      "periods":"dates of Europe/Paris, named by the first day; weeks are ISO weeks",
      "quiet_weeks":"weeks whose mood is planted equal to that of the week before, without a campaign in either",
      "files":"the first record of a post counts as accepted, later ones as duplicate, also when the post is erased"
      },
      """;

  private final SimulationOptions options;
  private final Story story;
  private final Truth truth;
  private final List<FileTally> tallies;

  TruthFile(SimulationOptions options, Story story, Truth truth, List<FileTally> tallies) {
    this.options = options;
    this.story = story;
    this.truth = truth;
    this.tallies = tallies;
  }

  String json(Optional<String> viralId) {
    String settings =
        "\"seed\":%d,\"first_drop\":\"%s\",\"nights\":%d,\"scale\":%s,\n"
            .formatted(options.seed(), options.firstDrop(), options.nights(), options.scale());
    return "{"
        + settings
        + DEFINITIONS
        + totals(viralId)
        + events()
        + table("quiet_weeks", "brand,week", quietWeeks())
        + table("gaps", "source,day", gaps())
        + table(
            "cells",
            "brand,level,start,posts,original_posts,reposts,replies,people,company_posts,"
                + "posts_scored,posts_unscored,posts_bot,people_scored,weight_ppm,negative_ppm,"
                + "neutral_ppm,positive_ppm,negative,neutral,positive,net",
            cells())
        + table(
            "responses",
            "brand,month,source,voice,posts,likes,reactions,shares,comments",
            responses())
        + table("attributes", "brand,attribute,mentions", attributes())
        + table(
                "files",
                "source,drop,file,read,accepted,rejected,duplicate,out_of_scope,notices",
                files())
            .replaceAll(",\n$", "\n")
        + "}\n";
  }

  private String totals(Optional<String> viralId) {
    return """
    "totals":{"posts":%d,"erased":%d,"erased_before_delivery":%d,"notices_of_strangers":%d%s},
    """
        .formatted(
            truth.posts(),
            truth.erased(),
            truth.erasedBeforeDelivery(),
            truth.strangers(),
            viralId.map(id -> ",\"viral_post\":\"" + id + "\"").orElse(""));
  }

  private String events() {
    Stream<String> rows =
        story.events().stream()
            .filter(event -> !event.from().isAfter(options.lastDay()))
            .map(event -> row(event.kind(), event.firm().id(), event.from(), event.days()));
    return table("events", "event,brand,from,days", rows);
  }

  private Stream<String> quietWeeks() {
    return Cast.FIRMS.stream()
        .flatMap(
            firm ->
                story.quietWeeks(firm).stream()
                    .filter(week -> !week.plusDays(6).isAfter(options.lastDay()))
                    .map(week -> row(firm.id(), week)));
  }

  private Stream<String> gaps() {
    return story.gapDay().isAfter(options.lastDay())
        ? Stream.empty()
        : Stream.of(row(Source.CARE.folder(), story.gapDay()));
  }

  private Stream<String> cells() {
    Comparator<Truth.Key> order =
        Comparator.comparing(Truth.Key::brand)
            .thenComparing(Truth.Key::level)
            .thenComparing(Truth.Key::start);
    return truth.cells().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(order))
        .map(
            entry -> {
              Truth.Key key = entry.getKey();
              Cell cell = entry.getValue();
              return row(
                  key.brand(),
                  key.level().id(),
                  key.start(),
                  cell.posts,
                  cell.posts - cell.reposts,
                  cell.reposts,
                  cell.replies,
                  cell.people(),
                  cell.companyPosts,
                  cell.scored,
                  cell.unscored,
                  cell.byBots,
                  cell.scoredPeople(),
                  cell.weight(),
                  cell.weight(Polarity.NEGATIVE),
                  cell.weight(Polarity.NEUTRAL),
                  cell.weight(Polarity.POSITIVE),
                  share(cell.share(Polarity.NEGATIVE)),
                  share(cell.share(Polarity.NEUTRAL)),
                  share(cell.share(Polarity.POSITIVE)),
                  share(cell.net()));
            });
  }

  private Stream<String> responses() {
    Comparator<Truth.ResponseKey> order =
        Comparator.comparing(Truth.ResponseKey::brand)
            .thenComparing(Truth.ResponseKey::month)
            .thenComparing(Truth.ResponseKey::source)
            .thenComparing(Truth.ResponseKey::voice);
    return truth.responses().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(order))
        .map(
            entry -> {
              Truth.ResponseKey key = entry.getKey();
              Truth.Responses sum = entry.getValue();
              return row(
                  key.brand(),
                  key.month(),
                  key.source(),
                  key.voice(),
                  sum.posts,
                  sum.likes,
                  sum.reactions,
                  sum.shares,
                  sum.comments);
            });
  }

  private Stream<String> attributes() {
    return truth.attributes().entrySet().stream()
        .flatMap(
            brand ->
                brand.getValue().entrySet().stream()
                    .map(count -> row(brand.getKey(), count.getKey(), count.getValue())));
  }

  private Stream<String> files() {
    return tallies.stream()
        .sorted(Comparator.comparing(FileTally::file))
        .map(
            tally ->
                row(
                    tally.source().folder(),
                    tally.drop(),
                    tally.file(),
                    tally.read(),
                    tally.accepted(),
                    tally.rejected(),
                    tally.duplicate(),
                    tally.outOfScope(),
                    tally.notices()));
  }

  private static Number share(double value) {
    return new BigDecimal(String.format(Locale.ROOT, "%.6f", value));
  }

  private static String row(Object... values) {
    return Stream.of(values)
        .map(value -> value instanceof Number ? value.toString() : "\"" + value + "\"")
        .collect(joining(",", "[", "]"));
  }

  private static String table(String name, String columns, Stream<String> rows) {
    return "\"%s\":{\"columns\":[\"%s\"],\"rows\":[\n%s\n]},\n"
        .formatted(name, columns.replace(",", "\",\""), rows.collect(joining(",\n")));
  }
}
