package org.credence.jobs.nightly;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.credence.jobs.Stage;

/** The stages of a night in their order. Naming one loads neither its code nor Spark. */
public enum Step {
  INGEST,
  TRAIN,
  APPLY,
  TOPICS,
  CUBES,
  REPORT,
  MAINTAIN;

  /** As on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<Step> all() {
    return List.of(values());
  }

  public static Optional<Step> of(String id) {
    return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
  }

  /** By convention {@code org.credence.jobs.<stage>.<Stage>Job}. */
  String className() {
    String simple = id().substring(0, 1).toUpperCase(Locale.ROOT) + id().substring(1) + "Job";
    return "org.credence.jobs." + id() + "." + simple;
  }

  Stage stage() {
    try {
      return (Stage) Class.forName(className()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the stage " + id() + " is not in this build", e);
    }
  }
}
