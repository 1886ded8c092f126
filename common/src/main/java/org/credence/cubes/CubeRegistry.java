package org.credence.cubes;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Every cube of an edition.
 *
 * @param methodology version of how cells are computed; a new one breaks the series
 */
public record CubeRegistry(String methodology, List<Cube> cubes) {

  /** The cubes that Credence publishes. */
  public static final CubeRegistry SHIPPED =
      new CubeRegistry(
          "1",
          List.of(
              Conversation.CUBE,
              Trust.CUBE,
              Engagement.CUBE,
              DataCoverage.CUBE,
              ModelWatch.CUBE,
              Survey.CUBE));

  public CubeRegistry {
    cubes = List.copyOf(cubes);
    Set<String> names = new HashSet<>();
    for (Cube cube : cubes) {
      if (!names.add(cube.name())) {
        throw new IllegalArgumentException("two cubes are named " + cube.name());
      }
    }
  }

  public Cube cube(String name) {
    return cubes.stream()
        .filter(cube -> cube.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no cube " + name));
  }
}
