package org.credence.archive.twitter;

import static org.credence.archive.framing.JsonValues.isObject;
import static org.credence.archive.framing.JsonValues.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Messages of the stream that are no tweets. */
final class Notices {

  private Notices() {}

  /** The stable code of a message by its only key, or null for a field of a tweet. */
  static @Nullable String kind(String key) {
    return switch (key) {
      case "delete" -> "delete";
      case "status_withheld" -> "withheld";
      case "user_withheld" -> "user_withheld";
      case "scrub_geo" -> "scrub_geo";
      case "limit" -> "limit";
      case "disconnect" -> "disconnect";
      case "warning" -> "warning";
      case "friends", "friends_str", "event", "for_user", "control" -> "stream";
      case "user_delete", "user_protect", "user_suspend" -> "account";
      case "user_undelete", "user_unprotect", "user_unsuspend" -> "account_back";
      default -> null;
    };
  }

  /** Whether it takes back an account, and not a tweet. */
  static boolean isOfAccount(String kind) {
    return kind.equals("account") || kind.equals("user_withheld");
  }

  /**
   * Reads the value of a notice to its end.
   *
   * @return id of the tweet or account that it takes back, or null
   */
  static @Nullable String erased(JsonParser in, String kind) throws IOException {
    return switch (kind) {
      case "delete" -> deleted(in);
      case "account" -> isObject(in) ? id(in) : null;
      case "withheld", "user_withheld" -> withheld(in);
      default -> {
        in.skipChildren();
        yield null;
      }
    };
  }

  private static @Nullable String deleted(JsonParser in) throws IOException {
    String id = null;
    if (isObject(in)) {
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        if (name.equals("status") && isObject(in)) {
          id = id(in);
        } else {
          in.skipChildren();
        }
      }
    }
    return id;
  }

  private static @Nullable String id(JsonParser in) throws IOException {
    String id = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "id_str" -> id = text(in);
        case "id" -> id = id == null ? text(in) : id;
        default -> in.skipChildren();
      }
    }
    return id;
  }

  /** What is withheld in some countries only stays. */
  private static @Nullable String withheld(JsonParser in) throws IOException {
    String id = null;
    boolean everywhere = false;
    if (isObject(in)) {
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        switch (name) {
          case "id" -> id = text(in);
          case "withheld_in_countries" -> everywhere = TweetParser.isWithheld(in);
          default -> in.skipChildren();
        }
      }
    }
    return everywhere ? id : null;
  }
}
