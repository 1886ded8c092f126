package org.credence.archive.twitter;

import static org.credence.archive.framing.JsonValues.count;
import static org.credence.archive.framing.JsonValues.flag;
import static org.credence.archive.framing.JsonValues.isObject;
import static org.credence.archive.framing.JsonValues.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.credence.archive.field.Countries;

/** Reads a tweet with the tweet that it repeats; passes over everything else. */
final class TweetParser {

  /** Withheld everywhere, or for copyright. */
  private static final String EVERYWHERE = "XX";

  private static final String COPYRIGHT = "XY";

  /** Kinds of places that tell no address: neither poi nor neighborhood. */
  private static final Set<String> COARSE = Set.of("city", "admin", "country");

  private TweetParser() {}

  /** Reads one field of a tweet, whose value the parser stands on. */
  static void field(JsonParser in, String name, Tweet tweet, Tweet original) throws IOException {
    switch (name) {
      case "id_str" -> tweet.id = text(in);
      case "id" -> tweet.id = tweet.id == null ? text(in) : tweet.id;
      case "created_at" -> tweet.createdAt = text(in);
      case "text" -> tweet.text = text(in);
      case "full_text" -> tweet.fullText = text(in);
      case "extended_tweet" -> extended(in, tweet);
      case "source" -> tweet.source = text(in);
      case "lang" -> tweet.language = text(in);
      case "in_reply_to_status_id_str" -> tweet.parent = text(in);
      case "quoted_status_id_str" -> tweet.quoted = text(in);
      case "user" -> user(in, tweet);
      case "place" -> place(in, tweet);
      case "favorite_count" -> tweet.likes = count(in);
      case "retweet_count" -> tweet.retweets = count(in);
      case "reply_count" -> tweet.replies = count(in);
      case "withheld_copyright" -> tweet.withheld |= Boolean.TRUE.equals(flag(in));
      case "withheld_in_countries" -> tweet.withheld |= isWithheld(in);
      case "retweeted_status" -> retweeted(in, tweet, original);
      default -> in.skipChildren();
    }
  }

  private static void retweeted(JsonParser in, Tweet tweet, Tweet original) throws IOException {
    if (tweet != original && isObject(in)) {
      tweet.isRetweet = true;
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        field(in, name, original, original);
      }
    } else {
      in.skipChildren();
    }
  }

  private static void extended(JsonParser in, Tweet tweet) throws IOException {
    if (isObject(in)) {
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        if (name.equals("full_text")) {
          tweet.fullText = text(in);
        } else {
          in.skipChildren();
        }
      }
    }
  }

  private static void user(JsonParser in, Tweet tweet) throws IOException {
    if (isObject(in)) {
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        switch (name) {
          case "id_str" -> tweet.author = text(in);
          case "id" -> tweet.author = tweet.author == null ? text(in) : tweet.author;
          case "screen_name" -> tweet.handle = text(in);
          case "followers_count" -> tweet.followers = count(in);
          case "verified" -> tweet.verified = flag(in);
          default -> in.skipChildren();
        }
      }
    }
  }

  private static void place(JsonParser in, Tweet tweet) throws IOException {
    if (isObject(in)) {
      String kind = null;
      String fullName = null;
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        switch (name) {
          case "place_type" -> kind = text(in);
          case "full_name" -> fullName = text(in);
          case "country_code" -> tweet.country = Countries.iso(text(in));
          default -> in.skipChildren();
        }
      }
      tweet.place = kind != null && COARSE.contains(kind) ? fullName : null;
    }
  }

  /** Of a list of country codes. */
  static boolean isWithheld(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return false;
    }
    boolean withheld = false;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String country = text(in);
      withheld |= EVERYWHERE.equalsIgnoreCase(country) || COPYRIGHT.equalsIgnoreCase(country);
    }
    return withheld;
  }
}
