package org.credence.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.credence.text.Tokens.Kind;

/**
 * Finds many words and phrases in a post at once: whole words, any case, accents as written. An
 * automaton over token hashes, so that a word which begins no phrase costs one probe.
 *
 * <p>"Audi's" is also "Audi". Emphasis does not matter ("yahoo!!!" holds "yahoo!"), any other
 * character is a plain one. Phrases that overlap are all found, so that no phrase depends on what
 * else is looked for. Links hold no phrases. Immutable.
 */
public final class PhraseMatcher implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int ROOT = 0;
  private static final String REPEATED = "!?.#";
  private static final long HANDLE = 0x5851f42d4c957f2dL;
  private static final long BEGINNING = 0x2545f4914f6cdd1dL;

  /** Beginnings ("listen*") may have 1 to 63 characters: bits of a long. */
  private static final int LONGEST_BEGINNING = 63;

  private final long[] keys;
  private final int[] next;
  private final int[][] idsAt;
  private final long[] beginningsAt;
  private final boolean[] goesOn;

  private PhraseMatcher(Builder builder) {
    int states = builder.states.size();
    idsAt = new int[states][];
    beginningsAt = new long[states];
    goesOn = new boolean[states];
    for (int i = 0; i < states; i++) {
      State state = builder.states.get(i);
      idsAt[i] = state.ids.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
      beginningsAt[i] = state.beginnings;
      goesOn[i] = state.goesOn;
    }
    int room = Integer.highestOneBit(Math.max(8, 4 * builder.transitions.size()));
    keys = new long[room];
    next = new int[room];
    builder.transitions.forEach(
        (key, state) -> {
          int slot = slot(key);
          keys[slot] = key;
          next[slot] = state;
        });
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Adds the numbers of all phrases in the post to {@code hits}, a phrase met twice twice. */
  public void find(Tokens tokens, PhraseHits hits) {
    for (int i = 0; i < tokens.count; i++) {
      step(tokens, i, ROOT, hits);
    }
  }

  private void step(Tokens tokens, int i, int state, PhraseHits hits) {
    int kind = tokens.flags[i] & Tokens.KIND_BITS;
    if (kind == Kind.WORD.ordinal()) {
      follow(tokens, i, state, tokens.hash[i], hits);
      if (isPossessive(tokens, i)) {
        follow(tokens, i, state, hash(tokens, i, tokens.end[i] - 2), hits);
      }
      if (beginningsAt[state] != 0) {
        followBeginnings(tokens, i, state, hits);
      }
    } else if (kind != Kind.LINK.ordinal()) {
      follow(tokens, i, state, key(tokens, i), hits);
    }
  }

  private void follow(Tokens tokens, int i, int state, long token, PhraseHits hits) {
    long key = transition(state, token);
    int slot = slot(key);
    if (keys[slot] == key) {
      int reached = next[slot];
      hits.add(idsAt[reached]);
      if (goesOn[reached] && i + 1 < tokens.count) {
        step(tokens, i + 1, reached, hits);
      }
    }
  }

  private void followBeginnings(Tokens tokens, int i, int state, PhraseHits hits) {
    long hash = 0;
    int start = tokens.start[i];
    int longest = Math.min(tokens.end[i] - start, LONGEST_BEGINNING);
    long lengths = beginningsAt[state];
    for (int length = 1; length <= longest && lengths >>> length != 0; length++) {
      hash = Hashing.add(hash, tokens.buffer[start + length - 1]);
      if ((lengths >>> length & 1) != 0) {
        follow(tokens, i, state, Hashing.finish(hash) ^ BEGINNING, hits);
      }
    }
  }

  private static boolean isPossessive(Tokens tokens, int i) {
    int end = tokens.end[i];
    return end - tokens.start[i] > 2
        && tokens.buffer[end - 1] == 's'
        && tokens.buffer[end - 2] == '\'';
  }

  /** Of a token that is no link: one number a form. */
  private static long key(Tokens tokens, int i) {
    int start = tokens.start[i];
    if (tokens.is(i, Kind.HANDLE)) {
      return hash(tokens, i, tokens.end[i]) ^ HANDLE;
    }
    return tokens.is(i, Kind.SIGN) && REPEATED.indexOf(tokens.buffer[start]) >= 0
        ? hash(tokens, i, start + 1)
        : tokens.hash[i];
  }

  private static long hash(Tokens tokens, int i, int end) {
    return Hashing.of(tokens.buffer, tokens.start[i], end);
  }

  /** Never 0, which marks a free slot. */
  private static long transition(int state, long token) {
    long key = state == ROOT ? token : Hashing.pair(state, token);
    return key == 0 ? 1 : key;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static final class State {
    private final List<Integer> ids = new ArrayList<>();
    private long beginnings;
    private boolean goesOn;
  }

  /** Collects phrases. Texts are cut as posts are, so that both meet. */
  public static final class Builder {

    private final List<State> states = new ArrayList<>(List.of(new State()));
    private final Map<Long, Integer> transitions = new HashMap<>();
    private final Tokeniser tokeniser = new Tokeniser();

    private Builder() {}

    /**
     * Every character counts as it is written.
     *
     * @throws IllegalArgumentException when no text can hold the phrase
     */
    public Builder add(String phrase, int id) {
      return accept(path(ROOT, phrase, false), phrase, id);
    }

    /**
     * A word that ends in {@code *} stands for all words that begin so, itself included.
     *
     * @throws IllegalArgumentException when no text can hold the phrase
     */
    public Builder addPattern(String phrase, int id) {
      int state = ROOT;
      for (String word : phrase.strip().split("\\s+")) {
        boolean open = word.length() > 1 && word.endsWith("*");
        state = path(state, open ? word.substring(0, word.length() - 1) : word, open);
      }
      return accept(state, phrase, id);
    }

    public PhraseMatcher build() {
      return new PhraseMatcher(this);
    }

    private Builder accept(int state, String phrase, int id) {
      if (state == ROOT) {
        throw refused(phrase);
      }
      states.get(state).ids.add(id);
      return this;
    }

    /** Follows a text from a state; with {@code open} its last word is the beginning of a word. */
    private int path(int from, String text, boolean open) {
      Tokens tokens = tokeniser.of(text);
      int state = from;
      for (int i = 0; i < tokens.count; i++) {
        if (tokens.is(i, Kind.LINK)) {
          throw refused(text);
        }
        boolean last = i + 1 == tokens.count;
        long key = open && last ? beginning(states.get(state), tokens, i, text) : key(tokens, i);
        states.get(state).goesOn = true;
        state = transitions.computeIfAbsent(transition(state, key), ignored -> grown());
      }
      return state;
    }

    private static long beginning(State state, Tokens tokens, int i, String text) {
      int length = tokens.end[i] - tokens.start[i];
      if (length > LONGEST_BEGINNING || !tokens.is(i, Kind.WORD)) {
        throw refused(text + "*");
      }
      state.beginnings |= 1L << length;
      return tokens.hash[i] ^ BEGINNING;
    }

    private int grown() {
      states.add(new State());
      return states.size() - 1;
    }

    private static IllegalArgumentException refused(String phrase) {
      return new IllegalArgumentException("no text can hold '" + phrase + "' as words");
    }
  }

  @Override
  public String toString() {
    return "PhraseMatcher(" + Arrays.stream(idsAt).mapToInt(ids -> ids.length).sum() + " phrases)";
  }
}
