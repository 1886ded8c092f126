package org.credence.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Rules that hold in every module. */
public final class HouseRules {

  private static final Set<String> JAVA_CLOCKS =
      Set.of("currentTimeMillis", "now", "systemUTC", "systemDefaultZone");

  private HouseRules() {}

  /** A night is a date that the caller gives. */
  public static ArchRule noClock() {
    return noClasses()
        .should()
        .callMethodWhere(calls("a clock", HouseRules::readsAClock))
        .orShould()
        .callConstructor(Date.class);
  }

  /** Durations are measured by whoever runs the stages, and nowhere else. */
  public static ArchRule durationsAreMeasuredBy(String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .callMethod(System.class, "nanoTime");
  }

  public static ArchRule everyRandomChoiceHasASeed() {
    return noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom");
  }

  public static ArchRule onlyPrintsIn(String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace");
  }

  /** Iceberg, and the writer of its tables, stay behind one door. */
  public static ArchRule onlyTheLakeTouchesIceberg() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.credence.lake..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.iceberg..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.spark.sql.DataFrameWriterV2");
  }

  public static ArchRule onlyCubesAndModelsWritePlainFiles() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("org.credence.cubes..", "org.credence.models..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.spark.sql.DataFrameWriter");
  }

  private static boolean readsAClock(JavaCall<?> call) {
    String owner = call.getTargetOwner().getFullName();
    return JAVA_CLOCKS.contains(call.getName())
        && (owner.startsWith("java.time.")
            || owner.equals(Clock.class.getName())
            || owner.equals(System.class.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String what, java.util.function.Predicate<JavaCall<?>> predicate) {
    return describe(what, predicate);
  }
}
