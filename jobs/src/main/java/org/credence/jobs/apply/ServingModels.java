package org.credence.jobs.apply;

import java.util.Map;
import java.util.function.Supplier;
import org.credence.models.Heads;

/**
 * The sentiment models that serve: what they are is known before they are loaded, which may never
 * be needed.
 *
 * @param versions language to version
 * @param heads loads them
 */
public record ServingModels(Map<String, String> versions, Supplier<Heads> heads) {

  public ServingModels {
    versions = Map.copyOf(versions);
  }

  public static ServingModels of(Heads heads) {
    return new ServingModels(heads.versions(), () -> heads);
  }
}
