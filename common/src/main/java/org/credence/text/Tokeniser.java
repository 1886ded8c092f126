package org.credence.text;

import org.credence.text.Tokens.Kind;

/**
 * Cuts a post into {@link Tokens} in one pass: lower case, runs cut to three, links and handles
 * masked, French elisions split, emoji and emoticons kept whole. One instance per thread.
 */
final class Tokeniser {

  private static final int LONGEST_RUN = 3;
  private static final long LINK_HASH = Hashing.of("URL");
  private static final long HANDLE_HASH = Hashing.of("USR");

  private final Normaliser normaliser = new Normaliser();
  private final Tokens tokens = new Tokens();
  private char[] in = new char[0];
  private int length;
  private int at;
  private char[] out = new char[0];
  private int to;

  /** The result is reused: valid until the next call. */
  Tokens of(String text) {
    normaliser.of(text);
    in = normaliser.chars();
    length = normaliser.length();
    tokens.reset(length);
    out = tokens.buffer;
    at = 0;
    to = 0;
    while (at < length) {
      switch (CharClass.of(in[at])) {
        case CharClass.SPACE, CharClass.INVISIBLE -> at++;
        case CharClass.WORD -> wordOrLink();
        case CharClass.SIGN -> sign();
        case CharClass.PICTURE -> emoji(1);
        default -> pair();
      }
    }
    out[to] = ' ';
    return tokens;
  }

  private void wordOrLink() {
    char c = in[at];
    if ((c == 'h' || c == 'H') && Links.isSchemeAt(in, at, length)
        || (c == 'w' || c == 'W') && Links.startsWith("www.", in, at, length)
        || (c == 'p' || c == 'P') && Links.startsWith("pic.twitter.com/", in, at, length)) {
      link();
    } else {
      word();
    }
  }

  private void link() {
    int start = begin();
    while (at < length && CharClass.of(in[at]) != CharClass.SPACE) {
      out[to++] = CharClass.folded(in[at++]);
    }
    tokens.add(start, to, LINK_HASH, Kind.LINK.ordinal());
  }

  private void word() {
    int start = begin();
    long hash = 0;
    int run = 0;
    int upper = 0;
    int lower = 0;
    boolean elongated = false;
    char last = 0;
    while (at < length) {
      char c = in[at];
      if (CharClass.isWord(c)) {
        char folded = CharClass.folded(c);
        upper += folded == c ? 0 : 1;
        lower += folded == c ? 1 : 0;
        run = folded == last ? run + 1 : 1;
        elongated |= run == LONGEST_RUN;
        last = folded;
        at++;
        if (run <= LONGEST_RUN) {
          out[to++] = folded;
          hash = Hashing.add(hash, folded);
        }
      } else if (CharClass.isApostrophe(c) && at + 1 < length && CharClass.isWord(in[at + 1])) {
        out[to++] = '\'';
        hash = Hashing.add(hash, '\'');
        last = '\'';
        at++;
        if (Elisions.endsHere(out, start, to, in, at, length)) {
          break;
        }
      } else if (CharClass.of(c) == CharClass.INVISIBLE) {
        at++;
      } else if (isLetterPair()) {
        for (int i = 0; i < 2; i++) {
          out[to++] = in[at];
          hash = Hashing.add(hash, in[at++]);
        }
        last = 0;
      } else {
        break;
      }
    }
    int flags =
        Kind.WORD.ordinal()
            | (upper >= 2 && lower == 0 ? Tokens.CAPITALS : 0)
            | (elongated && !Character.isDigit(out[start]) ? Tokens.ELONGATED : 0);
    tokens.add(start, to, Hashing.finish(hash), flags);
  }

  private void sign() {
    char c = in[at];
    int emoticon = Emoticons.lengthAt(in, at, length);
    if (emoticon > 0) {
      emoticon(emoticon);
    } else if ((c == '@' || c == '\uff20') && at + 1 < length && isHandleChar(in[at + 1])) {
      handle();
    } else if (c == '_' || c == '-' && isInsideWord()) {
      at++;
    } else {
      signs();
    }
  }

  /** Repeats of the last character belong to it: ":)))" is one ":)". */
  private void emoticon(int size) {
    int start = begin();
    for (int i = 0; i < size; i++) {
      out[to++] = CharClass.folded(in[at++]);
    }
    while (at < length && CharClass.folded(in[at]) == out[to - 1]) {
      at++;
    }
    tokens.add(start, to, Hashing.of(out, start, to), Kind.EMOTICON.ordinal());
  }

  /** Twitter's "@name" and the fediverse's "@name@host.example". */
  private void handle() {
    int start = begin();
    boolean host = false;
    at++;
    while (at < length && (isHandleChar(in[at]) || continuesHandle(host))) {
      host |= in[at] == '@';
      out[to++] = CharClass.folded(in[at++]);
    }
    tokens.add(start, to, HANDLE_HASH, Kind.HANDLE.ordinal());
  }

  private boolean continuesHandle(boolean host) {
    char c = in[at];
    boolean joins = c == '@' || host && (c == '.' || c == '-');
    return joins && at + 1 < length && isHandleChar(in[at + 1]);
  }

  private static boolean isHandleChar(char c) {
    return CharClass.isWord(c) || c == '_';
  }

  private boolean isInsideWord() {
    return at > 0
        && CharClass.isWord(in[at - 1])
        && at + 1 < length
        && CharClass.isWord(in[at + 1]);
  }

  private void signs() {
    int start = begin();
    char c = CharClass.folded(in[at]);
    long hash = 0;
    for (int run = 0; at < length && CharClass.folded(in[at]) == c; run++) {
      at++;
      if (run < LONGEST_RUN) {
        out[to++] = c;
        hash = Hashing.add(hash, c);
      }
    }
    tokens.add(start, to, Hashing.finish(hash), Kind.SIGN.ordinal());
  }

  private void pair() {
    if (at + 1 == length || !Character.isSurrogatePair(in[at], in[at + 1])) {
      at++;
    } else if (isLetterPair()) {
      word();
    } else if (Pictures.isInvisible(Character.toCodePoint(in[at], in[at + 1]))) {
      at += 2;
    } else {
      emoji(Pictures.isFlag(in, at, length) ? 4 : 2);
    }
  }

  private boolean isLetterPair() {
    return at + 1 < length
        && Character.isSurrogatePair(in[at], in[at + 1])
        && Character.isLetterOrDigit(Character.toCodePoint(in[at], in[at + 1]));
  }

  /** One token each; the fourth and later of a run are left out. */
  private void emoji(int size) {
    long hash = Hashing.of(in, at, at + size);
    if (isRunOf(hash)) {
      at += size;
      return;
    }
    int start = begin();
    for (int i = 0; i < size; i++) {
      out[to++] = in[at++];
    }
    tokens.add(start, to, hash, Kind.EMOJI.ordinal());
  }

  private boolean isRunOf(long hash) {
    int count = tokens.count;
    return count >= LONGEST_RUN
        && tokens.hash[count - 1] == hash
        && tokens.hash[count - 2] == hash
        && tokens.hash[count - 3] == hash;
  }

  private int begin() {
    out[to++] = ' ';
    return to;
  }
}
