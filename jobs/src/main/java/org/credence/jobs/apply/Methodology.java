package org.credence.jobs.apply;

import java.util.Map;
import java.util.TreeMap;
import org.credence.archive.AuthorKey;
import org.credence.settings.Digest;
import org.credence.settings.Settings;
import org.credence.text.Features;

/** Everything but the post that decides what a mention says. Another one scores all posts again. */
final class Methodology {

  /** Goes up when the same post, settings and models would give another mention. */
  private static final int VERSION = 1;

  private Methodology() {}

  /**
   * @param models language to version of the sentiment model that serves it
   */
  static String of(Settings settings, Map<String, String> models, AuthorKey key) {
    return Digest.brief(
        VERSION,
        Features.VERSION,
        settings.brands(),
        settings.trustModel(),
        settings.credence().languages(),
        new TreeMap<>(models),
        key.origin());
  }
}
