package org.credence.archive.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.credence.archive.framing.Lines;
import org.credence.archive.record.Excerpt;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document a line, each with a record or a page of them. A broken line costs nothing but
 * itself; bytes that are no UTF-8 are replaced.
 */
public final class JsonTreeLines implements Trees {

  private final Lines lines;
  private final Selection selection;
  private final JsonTree builder;
  private final JsonFactory json;
  private final Queue<Tree> page = new ArrayDeque<>();

  public JsonTreeLines(InputStream in, Selection selection, int recordLimit) {
    this.lines = new Lines(in, recordLimit);
    this.selection = selection;
    this.builder = new JsonTree(selection, 4L * recordLimit);
    this.json = JsonTree.factory(recordLimit);
  }

  @Override
  public @Nullable Tree next() throws IOException {
    if (page.isEmpty()) {
      if (!lines.next()) {
        return null;
      }
      if (lines.tooLong()) {
        return Tree.broken(Reason.TOO_LONG, excerpt());
      }
      read();
    }
    return page.poll();
  }

  private void read() {
    Node document = document();
    if (document == null) {
      page.add(Tree.broken(Reason.BROKEN_JSON, excerpt()));
      return;
    }
    page.addAll(selection.of(document));
    if (page.size() == 1) {
      page.add(page.remove().shownAs(excerpt()));
    }
  }

  private @Nullable Node document() {
    String text = new String(lines.bytes(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
    try (JsonParser in = json.createParser(text)) {
      JsonToken first = in.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        return null;
      }
      Node document = builder.read(in);
      return in.nextToken() == null && !builder.tooLarge() ? document : null;
    } catch (IOException e) {
      // The parser reads a text, so that all it can complain about is the line.
      return null;
    }
  }

  private String excerpt() {
    return Excerpt.of(lines.bytes(), lines.offset(), lines.length());
  }
}
