package org.credence.statistics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random table of two or three dimensions with all its margins, and groups of the first dimension
 * between it and the total (days, weeks, month). Keys are coordinates, "*" is a sum, "g0" a group.
 */
record RandomTable(List<Cell<String>> cells, List<Equation<String>> equations) {

  static RandomTable draw(Random random) {
    int[] sizes = new int[2 + random.nextInt(2)];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = 2 + random.nextInt(sizes.length == 2 ? 4 : 2);
    }
    return draw(random, sizes);
  }

  /**
   * The first dimension is days, which are published one by one, groups and totals a while after
   * their last day. What is counted after a day is not there yet.
   */
  static RandomTable inTime(long seed, int[] sizes, int lastDay) {
    Random random = new Random(seed);
    Map<String, Long> people = new LinkedHashMap<>();
    Map<String, Set<String>> sums = new LinkedHashMap<>();
    fill(random, sizes, new ArrayList<>(), people, sums, lastDay);
    List<Cell<String>> cells = new ArrayList<>();
    people.forEach((key, count) -> cells.add(new Cell<>(key, count, count, since(key, sizes[0]))));
    return new RandomTable(cells, equations(sums));
  }

  private static long since(String key, int days) {
    String time = key.split("\\.")[0];
    if (time.equals("*")) {
      return 2L * days - 1;
    }
    return time.startsWith("g")
        ? 4L * Integer.parseInt(time.substring(1)) + 3
        : 2L * Integer.parseInt(time);
  }

  private static RandomTable draw(Random random, int[] sizes) {
    Map<String, Long> people = new LinkedHashMap<>();
    Map<String, Set<String>> sums = new LinkedHashMap<>();
    fill(random, sizes, new ArrayList<>(), people, sums, sizes[0]);
    List<Cell<String>> cells = new ArrayList<>();
    people.forEach((key, count) -> cells.add(new Cell<>(key, count, count)));
    return new RandomTable(cells, equations(sums));
  }

  private static List<Equation<String>> equations(Map<String, Set<String>> sums) {
    List<Equation<String>> equations = new ArrayList<>();
    sums.forEach(
        (total, parts) -> equations.add(new Equation<>(total.split("=")[0], List.copyOf(parts))));
    return equations;
  }

  /** 52 weeks in groups of two, by 8 by 6, some of the cells small. */
  static RandomTable year(Random random) {
    return draw(random, new int[] {52, 8, 6});
  }

  /** One row per equation, one column per unknown. */
  static int[][] matrix(List<Equation<String>> equations, List<String> unknowns) {
    int[][] matrix = new int[equations.size()][unknowns.size()];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < unknowns.size(); column++) {
        String key = unknowns.get(column);
        Equation<String> equation = equations.get(row);
        matrix[row][column] =
            key.equals(equation.total()) ? -1 : equation.parts().contains(key) ? 1 : 0;
      }
    }
    return matrix;
  }

  private static void fill(
      Random random,
      int[] sizes,
      List<String> at,
      Map<String, Long> people,
      Map<String, Set<String>> sums,
      int last) {
    if (at.size() < sizes.length) {
      for (int i = 0; i < sizes[at.size()]; i++) {
        List<String> next = new ArrayList<>(at);
        next.add(String.valueOf(i));
        fill(random, sizes, next, people, sums, last);
      }
      return;
    }
    long count = random.nextInt(3) == 0 ? random.nextInt(12) : 10 + random.nextInt(90);
    boolean known = Integer.parseInt(at.get(0)) <= last;
    addUp(at, 0, new ArrayList<>(), known ? count : 0, people, sums);
  }

  /** Adds a count to all margins that its cell is in, and notes what sums up to what. */
  private static void addUp(
      List<String> at,
      int dimension,
      List<String> key,
      long count,
      Map<String, Long> people,
      Map<String, Set<String>> sums) {
    if (dimension == at.size()) {
      people.merge(String.join(".", key), count, Long::sum);
      for (int i = 0; i < key.size(); i++) {
        note(key, i, sums);
      }
      return;
    }
    String own = at.get(dimension);
    List<String> choices =
        dimension == 0 ? List.of(own, "g" + Integer.parseInt(own) / 2, "*") : List.of(own, "*");
    for (String choice : choices) {
      List<String> next = new ArrayList<>(key);
      next.add(choice);
      addUp(at, dimension + 1, next, count, people, sums);
    }
  }

  private static void note(List<String> key, int dimension, Map<String, Set<String>> sums) {
    String own = key.get(dimension);
    if (own.equals("*")) {
      return;
    }
    String above = dimension == 0 && !own.startsWith("g") ? "g" + Integer.parseInt(own) / 2 : "*";
    List<String> total = new ArrayList<>(key);
    total.set(dimension, above);
    sums.computeIfAbsent(String.join(".", total) + "=" + dimension, k -> new LinkedHashSet<>())
        .add(String.join(".", key));
  }
}
