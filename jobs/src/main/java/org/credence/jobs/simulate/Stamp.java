package org.credence.jobs.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small file beside the archive that says which simulation wrote it, and whether it came to its
 * end.
 */
record Stamp(Path file) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stamp in(Path out) {
    return new Stamp(out.resolve("simulation.json"));
  }

  /** Whether the folder is a simulation's, whole or not. */
  boolean exists() {
    return Files.exists(file);
  }

  /** Whether exactly this simulation stands there whole. */
  boolean says(SimulationOptions options) throws IOException {
    if (!exists()) {
      return false;
    }
    ObjectNode found = (ObjectNode) JSON.readTree(file.toFile());
    return found.path("whole").asBoolean() && describe(options).equals(found.get("simulation"));
  }

  void begin(SimulationOptions options) throws IOException {
    ObjectNode stamp = JSON.createObjectNode();
    stamp.set("simulation", describe(options));
    Files.writeString(file, stamp.put("whole", false) + "\n");
  }

  void end(SimulationOptions options, SimulationReport report) throws IOException {
    ObjectNode stamp = JSON.createObjectNode();
    stamp.set("simulation", describe(options));
    stamp
        .put("whole", true)
        .put("files", report.files())
        .put("records", report.records())
        .put("posts", report.posts());
    Files.writeString(file, stamp + "\n");
  }

  /** What was written then. */
  SimulationReport report(Path archive, Path labels, Path truth) throws IOException {
    ObjectNode stamp = (ObjectNode) JSON.readTree(file.toFile());
    return new SimulationReport(
        archive,
        labels,
        truth,
        stamp.path("files").asInt(),
        stamp.path("records").asLong(),
        stamp.path("posts").asLong(),
        false);
  }

  private static ObjectNode describe(SimulationOptions options) {
    return JSON.createObjectNode()
        .put("version", Simulation.VERSION)
        .put("seed", Long.toString(options.seed()))
        .put("first_drop", options.firstDrop().toString())
        .put("nights", options.nights())
        .put("scale", Double.toString(options.scale()));
  }
}
