package org.credence.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Rooms in the order in which data walks through them; arrows point to earlier rooms only. */
@AnalyzeClasses(packages = "org.credence", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Rooms of one line don't know each other. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("settings"),
          List.of("storage", "text", "statistics"),
          List.of("brands", "trust", "topics"),
          List.of("lake"),
          List.of("archive"),
          List.of("models"),
          List.of("cubes"),
          List.of("jobs"));

  @ArchTest
  static void arrowsPointToEarlierRooms(JavaClasses classes) {
    for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
      for (String room : FLOORS.get(floor)) {
        noClasses()
            .that()
            .resideInAPackage(packageOf(room))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(othersFrom(floor, room))
            .allowEmptyShould(true)
            .check(classes);
      }
    }
  }

  private static String[] othersFrom(int floor, String room) {
    return FLOORS.subList(floor, FLOORS.size()).stream()
        .flatMap(List::stream)
        .filter(other -> !other.equals(room))
        .map(ArchitectureTest::packageOf)
        .toArray(String[]::new);
  }

  private static String packageOf(String room) {
    return "org.credence." + room + "..";
  }

  @ArchTest
  static final ArchRule plainRoomsNeedNoSpark =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.credence.settings..",
              "org.credence.text..",
              "org.credence.statistics..",
              "org.credence.brands..",
              "org.credence.trust..",
              "org.credence.topics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  @ArchTest static final ArchRule noClock = HouseRules.noClock();

  @ArchTest static final ArchRule noStopwatch = HouseRules.durationsAreMeasuredBy();

  @ArchTest static final ArchRule seeded = HouseRules.everyRandomChoiceHasASeed();

  @ArchTest static final ArchRule quiet = HouseRules.onlyPrintsIn();

  @ArchTest static final ArchRule iceberg = HouseRules.onlyTheLakeTouchesIceberg();

  @ArchTest static final ArchRule cubes = HouseRules.onlyCubesAndModelsWritePlainFiles();
}
