package org.credence.archive.framing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.credence.archive.record.RecordReader;

/** NDJSON: one object a line. Bytes that are no UTF-8 are replaced. */
public final class JsonLines implements RecordReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final Lines lines;
  private final JsonMapper mapper;

  public JsonLines(FileContext file, InputStream in, JsonMapper mapper) {
    this.lines = new Lines(in, file.recordLimit());
    this.mapper = mapper;
  }

  @Override
  public boolean next(Judged record) throws IOException {
    if (!lines.next()) {
      return false;
    }
    byte[] bytes = lines.bytes();
    int offset = lines.offset();
    int length = lines.length();
    record.begin(bytes, offset, length);
    if (lines.tooLong()) {
      record.reject(Reason.TOO_LONG);
    } else if (Utf8.isValid(bytes, offset, offset + length)) {
      parse(bytes, offset, length, record);
    } else {
      byte[] repaired =
          new String(bytes, offset, length, StandardCharsets.UTF_8)
              .getBytes(StandardCharsets.UTF_8);
      parse(repaired, 0, repaired.length, record);
    }
    return true;
  }

  private void parse(byte[] bytes, int offset, int length, Judged record) {
    try (JsonParser in = JSON.createParser(bytes, offset, length)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        in.skipChildren();
        record.reject(in.nextToken() == null ? Reason.UNKNOWN_SHAPE : Reason.BROKEN_JSON);
        return;
      }
      mapper.map(in, record);
      if (in.nextToken() != null) {
        record.reject(Reason.BROKEN_JSON);
      }
    } catch (IOException e) {
      // The parser reads an array, so that all it can complain about is the record.
      record.reject(Reason.BROKEN_JSON);
    }
  }
}
