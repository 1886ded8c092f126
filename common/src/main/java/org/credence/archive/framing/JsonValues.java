package org.credence.archive.framing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.credence.archive.field.Numbers;
import org.jspecify.annotations.Nullable;

/** The value a parser stands on, taken as what is wanted; anything else is passed over as null. */
public final class JsonValues {

  private JsonValues() {}

  /** A text, or a number as it is written. */
  public static @Nullable String text(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT -> in.getText();
      default -> nothing(in);
    };
  }

  /** A count, as a number or as its text. */
  public static @Nullable Long count(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_STRING -> Numbers.count(in.getText());
      default -> nothing(in);
    };
  }

  public static @Nullable Boolean flag(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> nothing(in);
    };
  }

  /** Whether the value is an object, whose first key is next; anything else is passed over. */
  public static boolean isObject(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    in.skipChildren();
    return false;
  }

  private static <T> @Nullable T nothing(JsonParser in) throws IOException {
    in.skipChildren();
    return null;
  }
}
