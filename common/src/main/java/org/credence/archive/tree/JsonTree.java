package org.credence.archive.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the tree of one JSON value, as far as somebody looks at it and the limit allows. */
final class JsonTree {

  /** What a value costs beside its text, about. */
  private static final int NODE = 48;

  private static final int DEEPEST = 200;

  private final Selection selection;
  private final long limit;
  private long held;

  /**
   * @param limit of the characters that a tree may hold
   */
  JsonTree(Selection selection, long limit) {
    this.selection = selection;
    this.limit = limit;
  }

  /** Texts and nesting beyond the limits are an error of the parser. */
  static JsonFactory factory(int longestText) {
    return JsonFactory.builder()
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                // With the mark of one that was cut.
                .maxStringLength(longestText + 1)
                .maxNestingDepth(DEEPEST)
                .build())
        .build();
  }

  /**
   * Reads the value that the parser stands on, to its end.
   *
   * @return null for a JSON null
   */
  @Nullable Node read(JsonParser in) throws IOException {
    held = 0;
    return value(in);
  }

  /** Whether the value was larger than the limit, so that the tree lacks some of it. */
  boolean tooLarge() {
    return held > limit;
  }

  private @Nullable Node value(JsonParser in) throws IOException {
    if (held > limit) {
      in.skipChildren();
      return null;
    }
    held += NODE;
    return switch (in.currentToken()) {
      case START_OBJECT -> fields(in);
      case START_ARRAY -> items(in);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(in.getText());
      case VALUE_TRUE -> new Node.Leaf("true");
      case VALUE_FALSE -> new Node.Leaf("false");
      default -> null;
    };
  }

  private Node leaf(String text) {
    boolean cut = !text.isEmpty() && text.charAt(text.length() - 1) == CutStrings.MARK;
    held += cut ? limit + 1 : text.length();
    return new Node.Leaf(text);
  }

  private Node fields(JsonParser in) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      if (!selection.isWanted(name)) {
        in.skipChildren();
        continue;
      }
      Node value = value(in);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return new Node.Fields(fields);
  }

  private Node items(JsonParser in) throws IOException {
    List<Node> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      Node value = value(in);
      if (value != null) {
        items.add(value);
      }
    }
    return new Node.Items(items);
  }
}
