package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {AuthorSample.K - 1, AuthorSample.K})
  void isExactUpToItsSize(int people) {
    AuthorSample crowd = crowd(people);

    assertThat(crowd.isExact()).isTrue();
    assertThat(crowd.people()).isEqualTo(people);
    assertThat(crowd.people(Tier.PRODUCING)).isEqualTo((people + 3) / 4);
    assertThat(crowd.voices()).isEqualTo(people);
    assertThat(AuthorSample.fromBytes(crowd.toBytes()).people()).isEqualTo(people);
  }

  @Test
  void onePersonMoreMarksTheThresholdAndIsNotCounted() {
    AuthorSample crowd = crowd(AuthorSample.K + 1);

    assertThat(crowd.isExact()).isFalse();
    assertThat(crowd.ranks).hasSize(AuthorSample.CAPACITY);
    assertThat(crowd.voices()).isEqualTo(AuthorSample.K * crowd.scale());
    assertThat((double) crowd.people()).isCloseTo(AuthorSample.K, within(AuthorSample.K * .03));
    assertThat(AuthorSample.fromBytes(crowd.toBytes()).toBytes()).isEqualTo(crowd.toBytes());
  }

  /** Sizes around which the builder's table grows and is cut back. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        2 * AuthorSample.K - 1,
        2 * AuthorSample.K,
        2 * AuthorSample.K + 1,
        3 * AuthorSample.K,
        1_000_000
      })
  void estimatesAbove(int people) {
    AuthorSample crowd = crowd(people);

    // The standard error is 1/sqrt(16384) = 0.8%; four of them never fail with a fixed mix.
    assertThat((double) crowd.people()).isCloseTo(people, within(people * .032));
    assertThat((double) crowd.people(Tier.PRODUCING)).isCloseTo(people / 4.0, within(people * .02));
    assertThat(crowd.people(Tier.PRODUCING) + crowd.people(Tier.SHARING)).isEqualTo(crowd.people());
    // Each person has weight 1 and net 0 or 1 (one in four): the deviations sum to n p (1 - p).
    assertThat(crowd.deviations(Figure.NET, .25))
        .isCloseTo(people * 3 / 16.0, within(people * .015));
  }

  @Test
  void twoHalvesThatOverlapMergeAcrossTheThreshold() {
    int people = AuthorSample.K;

    AuthorSample exact = crowd(0, people - 100).merge(crowd(100, people));
    AuthorSample oneMore = crowd(0, people).merge(crowd(1, people + 1));
    AuthorSample many = crowd(0, 3 * people).merge(crowd(2 * people, 4 * people));

    assertThat(exact.people()).isEqualTo(people);
    assertThat(oneMore.ranks).isEqualTo(crowd(people + 1).ranks);
    assertThat(many.ranks).isEqualTo(crowd(4 * people).ranks);
    assertThat(many.people()).isEqualTo(crowd(4 * people).people());
  }

  /** The smallest hashes of all share their high bits, and come last. */
  @Test
  void hashesThatLieTogetherAreKeptApart() {
    AuthorSampleBuilder builder = new AuthorSampleBuilder();
    for (int person = 0; person < 100_000; person++) {
      builder.add(mix(person), SHARED);
    }
    for (int person = 0; person < AuthorSample.K; person++) {
      builder.add(person, PRODUCED);
    }
    AuthorSample sample = builder.build();

    assertThat(sample.ranks[0]).isEqualTo(Long.MIN_VALUE);
    assertThat(sample.ranks[AuthorSample.K - 1]).isEqualTo(Long.MIN_VALUE + AuthorSample.K - 1);
    assertThat(sample.people(Tier.SHARING)).isZero();
  }

  /** One person with half of all posts is one person, and his sums are whole. */
  @Test
  void aLoudPersonIsOne() {
    AuthorSampleBuilder builder = new AuthorSampleBuilder();
    for (int person = 0; person < 100_000; person++) {
      builder.add(mix(person), PRODUCED, 1_000_000, 0, 0);
      builder.add(0, PRODUCED, 10, 1_000_000, 0);
    }
    AuthorSample sample = builder.build();

    assertThat(sample.weights[0]).isEqualTo(1_000_000);
    assertThat(sample.negatives[0]).isEqualTo(1_000_000);
    assertThat(sample.weights[1]).isEqualTo(1_000_000);
    assertThat((double) sample.people()).isCloseTo(100_001, within(3_200.0));
  }

  private static AuthorSample crowd(int people) {
    return crowd(0, people);
  }

  private static AuthorSample crowd(int from, int to) {
    AuthorSampleBuilder builder = new AuthorSampleBuilder();
    for (int person = from; person < to; person++) {
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
