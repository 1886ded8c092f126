package org.credence.archive.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Texts that stand as JSON in one cell: objects with commas between them, or a list of them in an
 * object.
 */
final class Segments {

  private static final String TEXT = "text";
  private static final JsonFactory JSON = new JsonFactory();

  private Segments() {}

  /** A cell that holds none, or no JSON, is a text itself. */
  static String joined(String cell) {
    if (!cell.stripLeading().startsWith("{")) {
      return cell;
    }
    try (JsonParser in = JSON.createParser("[" + cell + "]")) {
      String texts = texts(in);
      return texts.isEmpty() ? cell : texts;
    } catch (IOException e) {
      return cell;
    }
  }

  private static String texts(JsonParser in) throws IOException {
    StringBuilder texts = new StringBuilder();
    for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
      boolean named = token == JsonToken.VALUE_STRING && TEXT.equals(in.currentName());
      texts.append(named ? in.getText() : "");
    }
    return texts.toString();
  }
}
