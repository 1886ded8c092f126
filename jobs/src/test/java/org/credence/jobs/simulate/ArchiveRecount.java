package org.credence.jobs.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.credence.jobs.simulate.Found.FoundPost;
import org.credence.jobs.simulate.Found.Responses;

/** Reads archive files with nothing of the code that wrote them. */
final class ArchiveRecount {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TWITTER =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter FACEBOOK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

  private ArchiveRecount() {}

  static List<Found> records(Path file) throws IOException {
    String name = file.getFileName().toString();
    String text = new String(unpacked(file), UTF_8);
    if (name.startsWith("tweets")) {
      return text.lines().map(ArchiveRecount::tweet).toList();
    }
    if (name.startsWith("panel")) {
      return text.lines().map(ArchiveRecount::panel).toList();
    }
    List<List<String>> rows = CsvText.records(text);
    List<Found> found = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      found.add(
          row.size() != rows.get(0).size()
              ? Found.BROKEN
              : name.startsWith("twcs")
                  ? care(row)
                  : name.startsWith("avis") ? review(row) : status(row, name));
    }
    return found;
  }

  static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String name = file.toString();
      if (name.endsWith(".gz")) {
        return new GZIPInputStream(in).readAllBytes();
      }
      return name.endsWith(".bz2")
          ? new BZip2CompressorInputStream(in, true).readAllBytes()
          : in.readAllBytes();
    }
  }

  private static Found tweet(String line) {
    JsonNode tweet = json(line);
    if (tweet.isMissingNode()) {
      return Found.BROKEN;
    }
    if (tweet.has("delete")) {
      return new Found(List.of(), tweet.at("/delete/status/id_str").asText());
    }
    if (tweet.has("limit")) {
      return Found.MESSAGE;
    }
    if (tweet.path("withheld_copyright").asBoolean()) {
      return Found.WITHHELD;
    }
    String kind =
        tweet.has("retweeted_status")
            ? "repost"
            : !tweet.get("in_reply_to_status_id_str").isNull()
                ? "reply"
                : tweet.has("quoted_status") ? "quote" : "post";
    JsonNode full = tweet.at("/extended_tweet/full_text");
    return one(
        "twitter",
        tweet.get("id_str").asText(),
        tweet.at("/user/id_str").asText(),
        Set.of(tweet.at("/user/screen_name").asText().toLowerCase(Locale.ROOT)),
        kind,
        OffsetDateTime.parse(tweet.get("created_at").asText(), TWITTER).toInstant(),
        tweet.get("lang").asText(),
        full.isMissingNode() ? tweet.get("text").asText() : full.asText(),
        kind.equals("repost")
            ? Responses.NONE
            : new Responses(
                tweet.get("favorite_count").asLong(),
                tweet.get("retweet_count").asLong(),
                tweet.get("reply_count").asLong()));
  }

  private static Found panel(String line) {
    JsonNode row = json(line);
    return one(
        "twitter",
        row.get("tweet_id").asText(),
        row.get("author").asText(),
        Set.of(),
        "post",
        Instant.ofEpochSecond(row.get("timestamp").asLong()),
        row.get("lang").asText().toLowerCase(Locale.ROOT),
        row.get("text").asText(),
        new Responses(row.get("likes").asLong(), row.get("retweets").asLong(), 0));
  }

  private static Found care(List<String> row) {
    return one(
        "twitter",
        row.get(0),
        row.get(1),
        Set.of(row.get(1).toLowerCase(Locale.ROOT)),
        row.get(6).isEmpty() ? "post" : "reply",
        OffsetDateTime.parse(row.get(3), TWITTER).toInstant(),
        "",
        row.get(4),
        Responses.NONE);
  }

  private static Found status(List<String> row, String name) {
    String page = name.substring(0, name.indexOf("_facebook")).toLowerCase(Locale.ROOT);
    return one(
        "facebook",
        row.get(0),
        page,
        Set.of(page),
        "post",
        LocalDateTime.parse(row.get(5), FACEBOOK).atZone(ZoneId.of("Europe/Paris")).toInstant(),
        "",
        row.get(1),
        new Responses(
            Long.parseLong(row.get(9)), Long.parseLong(row.get(8)), Long.parseLong(row.get(7))));
  }

  private static Found review(List<String> row) {
    Set<String> page = Set.of("page:" + row.get(0));
    FoundPost review =
        new FoundPost(
            "reviews",
            row.get(3),
            row.get(10),
            page,
            "review",
            Instant.parse(row.get(8)),
            row.get(7),
            row.get(5),
            new Responses(Long.parseLong(row.get(13)), 0, 0));
    if (row.get(14).equals("False")) {
      return new Found(List.of(review), "");
    }
    FoundPost answer =
        new FoundPost(
            "reviews",
            row.get(3) + "/answer",
            row.get(0),
            Set.of("page:" + row.get(0), row.get(0)),
            "reply",
            Instant.parse(row.get(16)),
            row.get(7),
            row.get(15),
            Responses.NONE);
    return new Found(List.of(review, answer), "");
  }

  private static Found one(
      String platform,
      String id,
      String author,
      Set<String> accounts,
      String kind,
      Instant time,
      String language,
      String text,
      Responses responses) {
    return new Found(
        List.of(
            new FoundPost(platform, id, author, accounts, kind, time, language, text, responses)),
        "");
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
