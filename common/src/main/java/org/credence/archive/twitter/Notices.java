package org.credence.archive.twitter;

import static org.credence.archive.framing.JsonValues.isObject;
import static org.credence.archive.framing.JsonValues.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Messages of the stream that are no tweets. */
final class Notices {

  static final String SCRUB_GEO = "scrub_geo";
  static final String ACCOUNT = "account";
  static final String USER_WITHHELD = "user_withheld";

  private Notices() {}

  /** The stable code of a message by its only key, or null for a field of a tweet. */
  static @Nullable String kind(String key) {
    return switch (key) {
      case "delete" -> "delete";
      case "status_withheld" -> "withheld";
      case "user_withheld" -> USER_WITHHELD;
      case "scrub_geo" -> SCRUB_GEO;
      case "limit" -> "limit";
      case "disconnect" -> "disconnect";
      case "warning" -> "warning";
      case "friends", "friends_str", "event", "for_user", "control" -> "stream";
      case "user_delete", "user_protect", "user_suspend" -> ACCOUNT;
      case "user_undelete", "user_unprotect", "user_unsuspend" -> "account_back";
      default -> null;
    };
  }

  /** Reads the value of a notice to its end. */
  static Notice read(JsonParser in, String kind) throws IOException {
    return switch (kind) {
      case "delete" -> new Notice(kind, deleted(in));
      case ACCOUNT -> new Notice(kind, isObject(in) ? id(in) : null);
      case "withheld", USER_WITHHELD -> new Notice(kind, withheld(in));
      case SCRUB_GEO -> scrubbed(in);
      default -> {
        in.skipChildren();
        yield new Notice(kind, null);
      }
    };
  }

  /** Numbers stand beside the same as texts. */
  private static Notice scrubbed(JsonParser in) throws IOException {
    String author = null;
    String upTo = null;
    if (isObject(in)) {
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        switch (name) {
          case "user_id", "user_id_str" -> author = text(in);
          case "up_to_status_id", "up_to_status_id_str" -> upTo = text(in);
          default -> in.skipChildren();
        }
      }
    }
    return new Notice(SCRUB_GEO, author, upTo);
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
