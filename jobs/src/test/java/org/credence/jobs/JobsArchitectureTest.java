package org.credence.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.credence.architecture.HouseRules;

@AnalyzeClasses(
    packages = "org.credence.jobs",
    importOptions = ImportOption.DoNotIncludeTests.class)
class JobsArchitectureTest {

  private static final List<String> JOBS =
      List.of(
          "ingest",
          "train",
          "apply",
          "topics",
          "cubes",
          "report",
          "maintain",
          "rekey",
          "simulate",
          "evaluate");

  @ArchTest
  static void jobsNeverImportEachOther(JavaClasses classes) {
    for (String job : JOBS) {
      String[] others =
          JOBS.stream()
              .filter(other -> !other.equals(job))
              .map(JobsArchitectureTest::room)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(room(job))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(room("nightly"), room("cli"))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule nightlyDoesNotKnowTheCommandLine =
      noClasses()
          .that()
          .resideInAPackage(room("nightly"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(room("cli"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule stagesAreFinal =
      classes()
          .that()
          .implement(Stage.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .allowEmptyShould(true);

  @ArchTest static final ArchRule noClock = HouseRules.noClock();

  @ArchTest
  static final ArchRule stopwatch = HouseRules.durationsAreMeasuredBy("org.credence.jobs.nightly");

  @ArchTest static final ArchRule seeded = HouseRules.everyRandomChoiceHasASeed();

  @ArchTest static final ArchRule quiet = HouseRules.onlyPrintsIn("org.credence.jobs.cli");

  @ArchTest static final ArchRule iceberg = HouseRules.onlyTheLakeTouchesIceberg();

  @ArchTest static final ArchRule cubes = HouseRules.onlyCubesAndModelsWritePlainFiles();

  private static String room(String name) {
    return "org.credence.jobs." + name + "..";
  }
}
