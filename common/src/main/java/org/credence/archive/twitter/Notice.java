package org.credence.archive.twitter;

import org.credence.archive.record.Judged;
import org.jspecify.annotations.Nullable;

/**
 * A message of the stream that is no tweet.
 *
 * @param kind its stable code
 * @param id of the tweet or the account that it is about; null when it takes nothing back
 * @param upTo of {@link Notices#SCRUB_GEO}: id of the last tweet that it means
 */
record Notice(String kind, @Nullable String id, @Nullable String upTo) {

  Notice(String kind, @Nullable String id) {
    this(kind, id, null);
  }

  void judge(Judged record) {
    switch (kind) {
      case Notices.SCRUB_GEO -> record.scrub(kind, id, upTo);
      case Notices.ACCOUNT, Notices.USER_WITHHELD -> record.notice(kind, null, id);
      default -> record.notice(kind, id);
    }
  }
}
