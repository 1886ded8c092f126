package org.credence.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.credence.archive.care.CareFormat;
import org.credence.archive.facebook.FacebookFormat;
import org.credence.archive.mapping.MappedFormat;
import org.credence.archive.record.RecordFormat;
import org.credence.archive.replab.ReplabFormat;
import org.credence.archive.reviews.ReviewsFormat;
import org.credence.archive.twitter.TwitterFormat;
import org.credence.settings.Refusal;
import org.credence.settings.SourcesFile.Source;
import org.jspecify.annotations.Nullable;

/**
 * The formats that can be read: those that are code, those that a mapping file in a folder below
 * {@code /sources} of this jar describes, and those that a user describes. Travels to the tasks.
 */
public final class Formats implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Folders below {@code /sources}, each with its mapping, samples, expected rows and notes. */
  private static final List<String> MAPPED =
      List.of(
          "amazon-reviews",
          "app-store",
          "bluesky",
          "care-conversations",
          "cases-csv",
          "connections",
          "discourse",
          "facebook-export",
          "facebook-graph",
          "feeds",
          "flickr-json",
          "flickr-xml",
          "get-satisfaction",
          "google-play",
          "hackernews",
          "hackernews-csv",
          "instagram",
          "linkedin",
          "mastodon",
          "mattermost",
          "ratings-csv",
          "reddit",
          "reddit-csv",
          "reviews-json",
          "slack",
          "stackexchange",
          "twitter-account",
          "twitter-compliance",
          "twitter-compliance-users",
          "twitter-v2",
          "wordpress",
          "yelp",
          "youtube",
          "youtube-export",
          "zendesk-community");

  private final TreeMap<String, String> mappings;
  private transient @Nullable Map<String, RecordFormat> parsed;

  private Formats(Map<String, String> mappings) {
    this.mappings = new TreeMap<>(mappings);
  }

  /** The formats that come with Credence. */
  public static Formats shipped() {
    return with(Map.of());
  }

  /**
   * @param mappings texts of the user's own mapping files, by the name of the format
   * @throws Refusal when one is no mapping, or has the name of a format that there is
   */
  public static Formats with(Map<String, String> mappings) {
    Formats formats = new Formats(mappings);
    formats.all();
    return formats;
  }

  /** Names of the formats that a mapping file of this jar describes. */
  public static List<String> mapped() {
    return MAPPED;
  }

  /** Names of all formats, for sources.yaml. */
  public List<String> ids() {
    return all().keySet().stream().sorted().toList();
  }

  /**
   * @throws Refusal when the source names a format that there is not
   */
  public void require(Source source) {
    if (!all().containsKey(source.format())) {
      throw Refusal.configuration(
          "Source '" + source.name() + "' can't be read",
          "there is no format '" + source.format() + "'",
          "Name one of these in sources.yaml: " + String.join(", ", ids()) + ".");
    }
  }

  RecordFormat of(Source source) {
    RecordFormat format = all().get(source.format());
    if (format == null) {
      throw new IllegalStateException(source.format());
    }
    return format;
  }

  private synchronized Map<String, RecordFormat> all() {
    Map<String, RecordFormat> known = parsed;
    if (known == null) {
      known = new TreeMap<>();
      for (RecordFormat format :
          List.of(
              new TwitterFormat(),
              new CareFormat(),
              new FacebookFormat(),
              new ReviewsFormat(),
              new ReplabFormat())) {
        known.put(format.id(), format);
      }
      for (String name : MAPPED) {
        known.put(name, new MappedFormat(name, text(name)));
      }
      for (Map.Entry<String, String> own : mappings.entrySet()) {
        if (known.put(own.getKey(), new MappedFormat(own.getKey(), own.getValue())) != null) {
          throw taken(own.getKey());
        }
      }
      parsed = known;
    }
    return known;
  }

  private static Refusal taken(String name) {
    return Refusal.configuration(
        "The mapping of format '" + name + "' is refused",
        "a format of this name comes with Credence",
        "Give the file another name.");
  }

  private static String text(String name) {
    try (InputStream in = Formats.class.getResourceAsStream("/sources/" + name + "/mapping.yaml")) {
      if (in == null) {
        throw new IllegalStateException("no mapping for " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
