package org.credence.jobs.train;

import java.util.Locale;
import org.credence.settings.CredenceSettings.Weights;

/** Where a label comes from. */
enum Origin {
  /** A person, in a label file. */
  LABELS,
  /** The star rating of a review. */
  STARS,
  /** Emoji and emoticons in the post, taken out of its text. */
  EMOJI;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  double weight(Weights weights) {
    return switch (this) {
      case LABELS -> weights.labels();
      case STARS -> weights.stars();
      case EMOJI -> weights.emoji();
    };
  }
}
