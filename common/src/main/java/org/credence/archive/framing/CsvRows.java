package org.credence.archive.framing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows of a CSV stream after RFC 4180, tolerant of what exports do: a byte order mark, LF or CRLF,
 * line breaks and lone carriage returns inside quoted cells, quotes inside cells, a backslash
 * before a closing quote (it is a backslash). Blank lines are passed over. A row over the limit, or
 * with a quote that is never closed, ends at its first line, and the next row starts on the next
 * line.
 */
public final class CsvRows {

  /** What became of a row. */
  public enum State {
    WHOLE,
    TOO_LONG,
    UNCLOSED_QUOTE
  }

  private static final String SEPARATORS = ",;\t";

  private final Window window;
  private final int limit;
  private byte separator = ',';
  private State state = State.WHOLE;
  private int offset;
  private int length;
  private int cells;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean[] doubled = new boolean[32];
  private boolean first = true;

  /** The end of the line was not seen yet, its beginning was given as a row. */
  private boolean open;

  public CsvRows(InputStream in, int limit) {
    this.window = new Window(in);
    this.limit = limit;
  }

  /** Moves to the next row; false at the end of the stream. */
  public boolean next() throws IOException {
    if (open) {
      skipLine();
    }
    window.shrink();
    do {
      if (!available(window.start())) {
        return false;
      }
      if (first) {
        first = false;
        skipMark();
        chooseSeparator();
      }
      int next = scan();
      if (next < 0) {
        next = firstLine();
      }
      window.moveTo(next);
    } while (state == State.WHOLE && Bytes.isBlank(window.bytes(), offset, offset + length));
    return true;
  }

  private void skipMark() throws IOException {
    available(window.start() + 2);
    if (Lines.startsWithMark(window.bytes(), window.start(), window.end())) {
      window.moveTo(window.start() + 3);
    }
  }

  /** Comma, semicolon or tab: the one that the first line has most of. */
  private void chooseSeparator() throws IOException {
    available(window.start() + limit / 64);
    int[] counts = new int[3];
    for (int i = window.start(); i < window.end() && window.bytes()[i] != '\n'; i++) {
      int candidate = SEPARATORS.indexOf(window.bytes()[i]);
      if (candidate >= 0) {
        counts[candidate]++;
      }
    }
    int best = counts[1] > counts[0] ? 1 : 0;
    separator = (byte) SEPARATORS.charAt(counts[2] > counts[best] ? 2 : best);
  }

  /** Reads on until the index holds a byte; indexes count from the start of the row. */
  private boolean available(int index) throws IOException {
    int distance = index - window.start();
    while (window.start() + distance >= window.end()) {
      if (window.fill() < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Finds the cells of the row that starts at the window's start; all positions are kept relative
   * to it, since the bytes move.
   *
   * @return index behind the row; -1 when it is not whole
   */
  private int scan() throws IOException {
    cells = 0;
    state = State.WHOLE;
    int at = 0;
    while (true) {
      at = has(at) && byteAt(at) == '"' ? quotedCell(at) : plainCell(at);
      if (at < 0) {
        return -1;
      }
      if (!has(at)) {
        return finish(at, at);
      }
      if (byteAt(at) == '\n') {
        return finish(at, at + 1);
      }
      at++;
    }
  }

  private int finish(int end, int next) {
    offset = window.start();
    boolean cr = end > 0 && byteAt(end - 1) == '\r';
    length = cr ? end - 1 : end;
    return window.start() + next;
  }

  /** The index of the separator, line feed or end of the stream behind the cell; -1 if too long. */
  private int plainCell(int start) throws IOException {
    int at = start;
    while (has(at)) {
      byte b = byteAt(at);
      if (b == separator || b == '\n') {
        break;
      }
      if (++at > limit) {
        state = State.TOO_LONG;
        return -1;
      }
    }
    boolean cr = at > start && byteAt(at - 1) == '\r' && (!has(at) || byteAt(at) == '\n');
    add(start, cr ? at - 1 : at, false);
    return at;
  }

  private int quotedCell(int start) throws IOException {
    int at = start + 1;
    boolean inner = false;
    while (has(at)) {
      if (byteAt(at) != '"') {
        at = nextQuote(at + 1);
        if (at > limit) {
          state = State.TOO_LONG;
          return -1;
        }
        continue;
      }
      int end = behindQuote(at);
      if (end >= 0) {
        add(start + 1, at, inner);
        return end;
      }
      inner = true;
      at += has(at + 1) && byteAt(at + 1) == '"' ? 2 : 1;
    }
    state = State.UNCLOSED_QUOTE;
    return -1;
  }

  /** The index of the next quote as far as bytes are here; at least their end. */
  private int nextQuote(int from) {
    int base = window.start();
    return Bytes.indexOf(
            window.bytes(), (byte) '"', Math.min(base + from, window.end()), window.end())
        - base;
  }

  /** Where the cell ends if this quote closes it: at a separator, line end or the end; else -1. */
  private int behindQuote(int quote) throws IOException {
    int at = quote + 1;
    if (!has(at)) {
      return at;
    }
    byte b = byteAt(at);
    if (b == separator || b == '\n') {
      return at;
    }
    boolean lineEnd = b == '\r' && (!has(at + 1) || byteAt(at + 1) == '\n');
    return lineEnd ? at + 1 : -1;
  }

  private boolean has(int at) throws IOException {
    return window.start() + at < window.end() || available(window.start() + at);
  }

  private byte byteAt(int at) {
    return window.bytes()[window.start() + at];
  }

  private void add(int start, int end, boolean inner) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, cells * 2);
      ends = Arrays.copyOf(ends, cells * 2);
      doubled = Arrays.copyOf(doubled, cells * 2);
    }
    starts[cells] = start;
    ends[cells] = end;
    doubled[cells++] = inner;
  }

  /** Takes the first line of a row that is not whole as the record; its cells are none. */
  private int firstLine() throws IOException {
    cells = 0;
    offset = window.start();
    int newline = Bytes.indexOf(window.bytes(), (byte) '\n', window.start(), window.end());
    boolean cr = newline > offset && window.bytes()[newline - 1] == '\r';
    length = Math.min(newline - offset - (cr ? 1 : 0), limit);
    if (newline < window.end()) {
      return newline + 1;
    }
    open = state == State.TOO_LONG;
    return newline;
  }

  private void skipLine() throws IOException {
    open = false;
    while (window.fill() >= 0) {
      int newline = Bytes.indexOf(window.bytes(), (byte) '\n', window.start(), window.end());
      if (newline < window.end()) {
        window.moveTo(newline + 1);
        return;
      }
      window.moveTo(newline);
    }
  }

  public State state() {
    return state;
  }

  public byte[] bytes() {
    return window.bytes();
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public int cells() {
    return cells;
  }

  /** A cell without its quotes; bytes that are no UTF-8 are replaced. */
  public String cell(int index) {
    int start = offset + starts[index];
    String text =
        new String(window.bytes(), start, ends[index] - starts[index], StandardCharsets.UTF_8);
    return !doubled[index] ? text : text.replace("\"\"", "\"");
  }
}
