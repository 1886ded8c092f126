package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuthorSampleTest {

  private static final int SHARED = Act.SHARED.bit();
  private static final int COMMENTED = Act.COMMENTED.bit();
  private static final int PRODUCED = Act.PRODUCED.bit();

  @Test
  void readsTheHashOffTheKey() {
    assertThat(AuthorSample.hash("ffffffffffffffff0123456789abcdef")).isEqualTo(-1);
    assertThat(AuthorSample.hash("00000000000000ff0123456789abcdef")).isEqualTo(255);
  }

  @Test
  void everybodyCountsOnceAndStandsOnOneTier() {
    AuthorSample sample =
        new AuthorSampleBuilder()
            .add(1, SHARED)
            .add(1, SHARED)
            .add(2, SHARED)
            .add(2, PRODUCED, 500_000, 1_000_000, 0)
            .add(3, COMMENTED, 1_000_000, 0, 250_000)
            .add(-4, 0)
            .build();

    assertThat(sample.people()).isEqualTo(4);
    assertThat(sample.people(Act.SHARED)).isEqualTo(2);
    assertThat(sample.people(Tier.WATCHING)).isEqualTo(1);
    assertThat(sample.people(Tier.SHARING)).isEqualTo(1);
    assertThat(sample.people(Tier.COMMENTING)).isEqualTo(1);
    assertThat(sample.people(Tier.PRODUCING)).isEqualTo(1);
    assertThat(sample.voices()).isEqualTo(2);
    // Nets: -.5 of weight .5 and .25 of weight 1, around -.1: deviations -.45 and .35.
    assertThat(sample.deviations(Figure.NET, -.1)).isCloseTo(.45 * .45 + .35 * .35, within(1e-12));
  }

  @Test
  void mergingDoesNotDependOnOrderOrGrouping() {
    Random random = new Random(3);
    List<AuthorSample> parts = new ArrayList<>();
    for (int part = 0; part < 12; part++) {
      AuthorSampleBuilder builder = new AuthorSampleBuilder();
      for (int i = 0; i < 4000; i++) {
        builder.add(
            mix(random.nextInt(20_000)),
            1 << random.nextInt(3),
            FixedPoint.of(1.0 / (1 + random.nextInt(5))),
            random.nextInt(500_000),
            random.nextInt(500_000));
      }
      parts.add(builder.build());
    }
    byte[] inOrder = parts.stream().reduce(AuthorSample.EMPTY, AuthorSample::merge).toBytes();

    for (int shuffle = 0; shuffle < 5; shuffle++) {
      Collections.shuffle(parts, random);
      AuthorSample left =
          parts.subList(0, shuffle + 1).stream().reduce(AuthorSample.EMPTY, AuthorSample::merge);
      AuthorSample right =
          parts.subList(shuffle + 1, 12).stream().reduce(AuthorSample.EMPTY, AuthorSample::merge);
      assertThat(left.merge(right).toBytes()).isEqualTo(inOrder);
      assertThat(right.merge(left).toBytes()).isEqualTo(inOrder);
    }
    assertThat(AuthorSample.fromBytes(inOrder).toBytes()).isEqualTo(inOrder);
  }

  @Test
  void keepsTheWholeSumsOfThosePeopleWhoStay() {
    AuthorSampleBuilder builder = new AuthorSampleBuilder();
    for (int round = 0; round < 3; round++) {
      for (int person = 0; person < 30_000; person++) {
        builder.add(mix(person), PRODUCED, 1_000_000, 500_000, 100_000);
      }
    }

    AuthorSample sample = builder.build();

    assertThat(sample.weights).hasSize(AuthorSample.CAPACITY).containsOnly(3_000_000L);
    assertThat(sample.negatives).containsOnly(1_500_000L);
  }

  @Test
  void isExactUpToItsSizeAndEstimatesAbove() {
    assertThat(crowd(AuthorSample.K).people()).isEqualTo(AuthorSample.K);
    assertThat(crowd(AuthorSample.K).isExact()).isTrue();
    assertThat(crowd(AuthorSample.K + 1).isExact()).isFalse();

    AuthorSample crowd = crowd(1_000_000);
    // The standard error is 1/sqrt(8192) = 1.1%; four of them never fail with a fixed mix.
    assertThat((double) crowd.people()).isCloseTo(1_000_000, within(44_000.0));
    assertThat((double) crowd.people(Tier.PRODUCING)).isCloseTo(250_000, within(22_000.0));
    assertThat(crowd.people(Tier.PRODUCING) + crowd.people(Tier.SHARING)).isEqualTo(crowd.people());
    // Each person has weight 1 and net 0 or 1 (one in four): the deviations sum to n p (1 - p).
    assertThat(crowd.deviations(Figure.NET, .25)).isCloseTo(187_500, within(15_000.0));
  }

  private static AuthorSample crowd(int people) {
    AuthorSampleBuilder builder = new AuthorSampleBuilder();
    for (int person = 0; person < people; person++) {
      boolean producer = person % 4 == 0;
      builder.add(
          mix(person), producer ? PRODUCED : SHARED, 1_000_000, 0, producer ? 1_000_000 : 0);
    }
    return builder.build();
  }

  /** SplitMix64, in place of the HMAC. */
  private static long mix(long person) {
    long z = (person + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
