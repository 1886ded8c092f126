package org.credence.jobs.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file of tweets about tweets of a simulated archive: delete notices, copies and replies. */
final class OldPosts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OF_EACH = 50;

  private OldPosts() {}

  /**
   * Adds the file to the drop of the night: fifty of each kind, about posts that are spread evenly
   * over the drops before it.
   *
   * @param twitter folder of the source in the archive
   * @param days how many drops back the oldest lies
   */
  static void add(Path twitter, LocalDate night, int days) throws IOException {
    List<String> lines = new ArrayList<>();
    int posts = 3 * OF_EACH;
    for (int i = 0; i < posts; i++) {
      ObjectNode old = tweet(twitter, night.minusDays(1 + (long) i * days / posts), i);
      switch (i % 3) {
        case 0 -> lines.add(notice(old));
        case 1 -> lines.add(old.toString());
        default -> lines.add(reply(twitter, night, old, i));
      }
    }
    Files.write(twitter.resolve(night.toString()).resolve("old.json"), lines);
  }

  private static String notice(ObjectNode tweet) {
    ObjectNode notice = JSON.createObjectNode();
    ObjectNode status = notice.putObject("delete").putObject("status");
    status.set("id", tweet.path("id"));
    status.set("id_str", tweet.path("id_str"));
    status.put("user_id_str", tweet.path("user").path("id_str").asText());
    return notice.toString();
  }

  /** A tweet of the night with another id. */
  private static String reply(Path twitter, LocalDate night, ObjectNode old, int number)
      throws IOException {
    ObjectNode reply = tweet(twitter, night, number);
    long id = reply.path("id").asLong() + 1_000 + number;
    reply.put("id", id).put("id_str", Long.toString(id));
    reply.set("in_reply_to_status_id", old.path("id"));
    reply.set("in_reply_to_status_id_str", old.path("id_str"));
    return reply.toString();
  }

  /** One of the first tweets of a drop, or of the drop before when it is missing. */
  private static ObjectNode tweet(Path twitter, LocalDate drop, int number) throws IOException {
    Path folder = twitter.resolve(drop.toString());
    List<ObjectNode> tweets = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "tweets.json*")) {
        for (Path file : files) {
          tweets.addAll(tweets(file, number % 20));
        }
      }
    }
    return tweets.isEmpty()
        ? tweet(twitter, drop.minusDays(1), number)
        : tweets.get(tweets.size() - 1);
  }

  private static List<ObjectNode> tweets(Path file, int enough) throws IOException {
    List<ObjectNode> tweets = new ArrayList<>();
    if (file.toString().endsWith(".bz2")) {
      return tweets;
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine();
          line != null && tweets.size() <= enough;
          line = lines.readLine()) {
        JsonNode tweet = line.startsWith("{\"created_at") ? JSON.readTree(line) : null;
        if (tweet instanceof ObjectNode found && !found.has("retweeted_status")) {
          tweets.add(found);
        }
      }
    }
    return tweets;
  }
}
