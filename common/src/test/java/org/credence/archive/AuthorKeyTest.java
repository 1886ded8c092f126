package org.credence.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.credence.lake.ErasedOnRequest;
import org.junit.jupiter.api.Test;

/** Known answers are those of another implementation of HMAC-SHA256 and SHA-256. */
class AuthorKeyTest {

  private static final String FIRST = "the first key, 2024";
  private static final String SECOND = "the second key, 2025";
  private static final String THIRD = "the third key, 2026";

  private final AuthorKey one = new AuthorKey(FIRST);
  private final AuthorKey two = new AuthorKey(List.of(FIRST), SECOND);
  private final AuthorKey three = new AuthorKey(List.of(FIRST, SECOND), THIRD);

  @Test
  void oneKeyHashesNames() {
    assertThat(one.author("twitter", "777")).isEqualTo("36a8ed3b0e6fc0af59c0ca3e56f1ed30");
    assertThat(one.handle("twitter", "@SomeBody")).isEqualTo("fa90d96c47c4516e7e7eb354bb2a5821");
    assertThat(one.post("twitter", "9")).isEqualTo("ccfa094bb5efe0aec571be19f9a3e8e4");
    assertThat(one.fingerprint()).isEqualTo("295478a1c7f8");
    assertThat(one.authorMarks("twitter", "777"))
        .containsExactly("9641c3f5f21085a5acee4e8a374b1e7d")
        .containsExactly(ErasedOnRequest.hidden(one.author("twitter", "777")));
  }

  @Test
  void aKeyThatIsAddedHashesTheHashesOfThoseBefore() {
    assertThat(two.author("twitter", "777")).isEqualTo("ba52152d5fe6e6f16db462b38413ac19");
    assertThat(three.author("twitter", "777")).isEqualTo("ef4412bea735791c4a9edbfbe557f0d3");
    assertThat(two.handle("twitter", "somebody")).isEqualTo("ee295ac63cb1f910a7050feb1a02e3d3");
    assertThat(two.post("twitter", "9")).isEqualTo("6a665a7fe381bad60d9f78d82a34b88c");
  }

  @Test
  void whatWasHashedIsRenewedWithoutItsName() {
    assertThat(three.renewed(one.author("twitter", "777"), 1))
        .isEqualTo(three.author("twitter", "777"));
    assertThat(three.renewed(two.post("twitter", "9"), 2)).isEqualTo(three.post("twitter", "9"));
    assertThat(three.renewed(three.handle("twitter", "a"), 3))
        .isEqualTo(three.handle("twitter", "a"));
  }

  @Test
  void whoWasErasedUnderAnyKeyIsKnownByAMark() {
    assertThat(three.authorMarks("twitter", "777"))
        .containsExactly(
            "5eb010b081610c2331cf0017c29168bf",
            "14fe3b9b51ae3f5c9630450f03144904",
            "e04726e21de05cd1cb72bf99e3c59076");
    assertThat(three.handleMarks("twitter", "@SomeBody"))
        .startsWith(three.renewed(one.handleMarks("twitter", "somebody").get(0), 1))
        .contains(three.renewed(two.handleMarks("twitter", "somebody").get(1), 2));
    assertThat(three.postMarks("twitter", "9"))
        .hasSize(3)
        .endsWith(ErasedOnRequest.hidden(three.post("twitter", "9")));
  }

  @Test
  void aFingerprintTellsHowManyKeysMadeIt() {
    assertThat(two.fingerprint()).isEqualTo("0a6554b67974");
    assertThat(three.keysOf(Optional.of(one.fingerprint()))).hasValue(1);
    assertThat(three.keysOf(Optional.of("0a6554b67974"))).hasValue(2);
    assertThat(three.keysOf(Optional.of(three.fingerprint()))).hasValue(3);
    assertThat(three.keysOf(Optional.empty())).as("of an older release").hasValue(1);
    assertThat(one.keysOf(Optional.of(two.fingerprint()))).isEmpty();
    assertThat(new AuthorKey(SECOND).keysOf(Optional.of(two.fingerprint()))).isEmpty();
    assertThat(three.origin()).isEqualTo(one.fingerprint());
  }

  @Test
  void weakAndRepeatedKeysAreRefused() {
    assertThatThrownBy(() -> new AuthorKey(List.of("too short"), SECOND))
        .hasMessage("an author key must have at least 16 characters");
    assertThatThrownBy(() -> new AuthorKey(List.of(FIRST, SECOND), FIRST))
        .hasMessage("an author key can't come after itself");
    assertThat(three).hasToString("AuthorKey(hidden)");
  }
}
