package org.credence.archive.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A file that is one JSON value or some, one behind the other: an object, an array, pages. Walks
 * down the path of the records and holds one of them at a time, except where a record needs what
 * stands beside it. A record with a text that is too long is passed over; what is broken ends the
 * file: nobody knows where the next record starts.
 */
public final class JsonDocuments implements Trees {

  /** How many times the size of a record a document may have that is read whole. */
  private static final int PAGE = 4;

  private static final List<String> HERE = List.of();
  private static final Node NOTHING = new Node.Leaf("");

  /**
   * A list or an object that is open.
   *
   * @param paths what is left of the paths to the records
   * @param document whether it is a document of its own
   */
  private record Container(List<List<String>> paths, boolean list, boolean document) {}

  private final JsonParser in;
  private final Selection selection;
  private final JsonTree builder;
  private final List<List<String>> paths;
  private final Deque<Container> open = new ArrayDeque<>();
  private final Queue<Tree> page = new ArrayDeque<>();

  /** What stands beside the paths of the document that is open, as far as it may be a record. */
  private final Map<String, Node> beside = new LinkedHashMap<>();

  /** The document that is open has the path of records; has a record; the file has something. */
  private boolean arrived;

  private boolean found;
  private boolean seen;

  /** A part of the document that is open was too long to be kept. */
  private boolean tooLong;

  public JsonDocuments(Reader text, Selection selection, int recordLimit) throws IOException {
    this.in = JsonTree.factory(recordLimit).createParser(new CutStrings(text, recordLimit));
    this.selection = selection;
    List<List<String>> deeper =
        selection.records().stream().filter(path -> !path.isEmpty()).toList();
    boolean walks = !selection.whole() && !deeper.isEmpty();
    this.paths = walks ? deeper : List.of(HERE);
    this.builder = new JsonTree(selection, (selection.whole() ? PAGE : 1L) * recordLimit);
  }

  @Override
  public @Nullable Tree next() throws IOException {
    try {
      while (page.isEmpty()) {
        JsonToken token = in.nextToken();
        if (token == null) {
          return null;
        }
        step(token);
      }
      return page.poll();
    } catch (JsonProcessingException e) {
      throw new FileFailure(Cause.BROKEN_DOCUMENT, e);
    }
  }

  private void step(JsonToken token) throws IOException {
    switch (token) {
      case FIELD_NAME -> {}
      case END_OBJECT, END_ARRAY -> leave(open.pop());
      default -> value(token, left());
    }
  }

  /** What is left of the paths at the value that the parser stands on; none when it is off them. */
  private List<List<String>> left() throws IOException {
    Container around = open.peek();
    if (around == null || around.list()) {
      return around == null ? paths : around.paths();
    }
    String name = in.currentName();
    return around.paths().stream()
        .filter(path -> !path.isEmpty() && Selection.isStep(path.get(0), name))
        .map(path -> path.subList(1, path.size()))
        .toList();
  }

  private void value(JsonToken token, List<List<String>> left) throws IOException {
    boolean here = left.contains(HERE);
    if (left.isEmpty()) {
      keep();
    } else if (token == JsonToken.START_ARRAY) {
      arrived |= here && !open.isEmpty();
      open.push(new Container(left, true, false));
    } else if (token == JsonToken.START_OBJECT && !here) {
      boolean top = open.stream().allMatch(Container::list);
      open.push(new Container(left, false, top));
    } else if (token == JsonToken.START_OBJECT) {
      record();
    }
  }

  private void keep() throws IOException {
    Container around = open.peek();
    String name = in.currentName();
    boolean mayBeRecord =
        around != null && around.document() && selection.records().contains(HERE) && !arrived;
    if (!mayBeRecord || name == null || !selection.isWanted(name)) {
      in.skipChildren();
      return;
    }
    Node value = builder.read(in);
    tooLong |= builder.tooLarge();
    if (value != null && !builder.tooLarge()) {
      beside.put(name, value);
    }
  }

  private void record() throws IOException {
    arrived = true;
    found = true;
    seen = true;
    Node record = builder.read(in);
    if (record == null || builder.tooLarge()) {
      page.add(Tree.broken(Reason.TOO_LONG, String.valueOf(record)));
    } else if (selection.whole()) {
      page.addAll(selection.of(record));
    } else {
      page.add(Tree.of(record, record));
    }
  }

  /** A document without a record says so, lest it vanish from the accounts. */
  private void leave(Container left) {
    if (left.document()) {
      if (!found) {
        page.add(withoutRecords());
      }
      beside.clear();
      tooLong = false;
      arrived = false;
      found = false;
      seen = true;
    } else if (open.isEmpty() && !seen) {
      page.add(Tree.empty(NOTHING));
    }
    seen &= !open.isEmpty();
  }

  private Tree withoutRecords() {
    if (arrived) {
      return Tree.empty(NOTHING);
    }
    Node document = new Node.Fields(Map.copyOf(beside));
    if (tooLong) {
      return Tree.broken(Reason.TOO_LONG, document);
    }
    return selection.records().contains(HERE)
        ? Tree.of(document, document)
        : Tree.broken(Reason.UNKNOWN_SHAPE, document);
  }
}
