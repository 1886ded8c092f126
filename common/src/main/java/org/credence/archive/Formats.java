package org.credence.archive;

import java.util.List;
import org.credence.archive.care.CareFormat;
import org.credence.archive.facebook.FacebookFormat;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.replab.ReplabFormat;
import org.credence.archive.reviews.ReviewsFormat;
import org.credence.archive.twitter.TwitterFormat;
import org.credence.settings.Refusal;
import org.credence.settings.SourcesFile.Source;

/** The formats that can be read. A new one is a folder beside this class and a line in it. */
public final class Formats {

  private static final List<RecordFormat> ALL =
      List.of(
          new TwitterFormat(),
          new CareFormat(),
          new FacebookFormat(),
          new ReviewsFormat(),
          new ReplabFormat());

  private Formats() {}

  /** Names of all formats, for sources.yaml. */
  public static List<String> ids() {
    return ALL.stream().map(RecordFormat::id).sorted().toList();
  }

  /**
   * @throws Refusal when the source names a format that there is not
   */
  public static void require(Source source) {
    if (!ids().contains(source.format())) {
      throw Refusal.configuration(
          "Source '" + source.name() + "' can't be read",
          "there is no format '" + source.format() + "'",
          "Name one of these in sources.yaml: " + String.join(", ", ids()) + ".");
    }
  }

  static RecordFormat of(Source source) {
    return ALL.stream()
        .filter(format -> format.id().equals(source.format()))
        .findFirst()
        .orElseThrow();
  }
}
