package org.credence.archive.tree;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;

/**
 * Tells by its first line whether a file holds one document a line or documents that go over lines.
 * What JavaScript puts in front of a document ({@code window.YTD.tweets.part0 =}) is passed over.
 */
public final class JsonText {

  /** Characters before a document that are looked at. */
  private static final int LONGEST = 200;

  private static final Pattern BEFORE =
      Pattern.compile("\\uFEFF?\\s*(?:[A-Za-z_$][\\w$.]*\\s*=\\s*)?");

  private JsonText() {}

  /**
   * @param recordLimit bytes that are looked at, at most
   */
  public static Trees open(InputStream in, Selection selection, int recordLimit)
      throws IOException {
    byte[] head = firstLine(in, recordLimit);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
    String line = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    if (isDocument(line)) {
      return new JsonTreeLines(all, selection, recordLimit);
    }
    BufferedReader text = new BufferedReader(new InputStreamReader(all, StandardCharsets.UTF_8));
    pass(text);
    return new JsonDocuments(text, selection, recordLimit);
  }

  /** The first line that is not blank, with what stands before it. */
  private static byte[] firstLine(InputStream in, int limit) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean blank = true;
    while (line.size() < limit) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      line.write(b);
      if (b == '\n' && !blank) {
        break;
      }
      blank &= Character.isWhitespace(b);
    }
    return line.toByteArray();
  }

  private static boolean isDocument(String line) {
    return line.startsWith("{") && line.endsWith("}")
        || line.startsWith("[{") && line.endsWith("}]");
  }

  /**
   * @throws FileFailure when no JSON document starts here
   */
  private static void pass(BufferedReader text) throws IOException {
    text.mark(LONGEST);
    char[] start = new char[LONGEST];
    int count = Math.max(0, text.read(start, 0, LONGEST));
    text.reset();
    String head = new String(start, 0, count);
    Matcher before = BEFORE.matcher(head);
    int skipped = before.lookingAt() ? before.end() : 0;
    boolean json = skipped < count && "[{".indexOf(head.charAt(skipped)) >= 0;
    if (!json && skipped < count) {
      throw new FileFailure(Cause.OTHER_FORMAT);
    }
    if (text.skip(skipped) < skipped) {
      throw new FileFailure(Cause.BROKEN_DOCUMENT);
    }
  }
}
