package org.credence.archive.framing;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.credence.archive.record.Judged;

/** Makes posts of one JSON object. */
public interface JsonMapper {

  /**
   * @param in stands on the start of the object; must be left on its end
   * @param record begun; to be given posts or another verdict
   * @throws IOException when the object is broken
   */
  void map(JsonParser in, Judged record) throws IOException;
}
