package org.credence.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.credence.settings.ExitCode;

/**
 * What a command tells: lines for a person, or one JSON object for a program.
 *
 * @param lines as printed, possibly none
 * @param fields of the JSON object, beside command, status and exit code
 */
record Answer(String status, ExitCode exitCode, String lines, Map<String, Object> fields) {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  static Answer ok(String status, String lines, Map<String, Object> fields) {
    return new Answer(status, ExitCode.OK, lines, fields);
  }

  /** The object is the last line, whatever else was printed before it. */
  int print(String command, boolean json, PrintWriter out) {
    if (json) {
      out.println(json(command));
    } else if (!lines.isEmpty()) {
      out.println(lines);
    }
    out.flush();
    return exitCode.code();
  }

  private String json(String command) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("command", command);
    object.put("status", status);
    object.put("exit_code", exitCode.code());
    fields.forEach(object::putIfAbsent);
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer holds plain values only", e);
    }
  }
}
