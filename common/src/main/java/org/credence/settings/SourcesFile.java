package org.credence.settings;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code conf/sources.yaml}: which drop folder holds which format, and whose conversation it is.
 */
public record SourcesFile(List<Source> sources) {

  public SourcesFile {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("sources must name at least one source");
    }
    Set<String> names = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (Source source : sources) {
      if (!names.add(source.name())) {
        throw new IllegalArgumentException("source '" + source.name() + "' is given twice");
      }
      if (!folders.add(source.folder())) {
        throw new IllegalArgumentException("folder '" + source.folder() + "' is given twice");
      }
    }
  }

  /** Whose conversation a source carries. */
  public enum Network {
    CUSTOMERS,

    /** Read on demand only, never added to the others, shown in larger groups. */
    EMPLOYEES,
    PARTNERS,
    PUBLIC;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How often a drop is due. */
  public enum Expected {
    DAILY,
    WEEKLY,
    ONCE
  }

  /**
   * One source.
   *
   * @param name key of the source in every table
   * @param folder below the archive; holds dated drops {@code YYYY-MM-DD/}
   * @param format id of an archive reader
   * @param platform name space of post and author ids; one of its own for employees, so that no
   *     employee is ever taken for an account in public
   * @param timeZone of times that the platform delivers without a zone
   * @param language ISO 639-1 code of a source that speaks one language, or empty
   */
  public record Source(
      String name,
      String folder,
      String format,
      String platform,
      Network network,
      String timeZone,
      String language,
      Expected expected)
      implements Serializable {

    private static final String INSIDE = "employees-";

    public Source {
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
        throw new IllegalArgumentException(
            "source name '" + name + "' may hold letters, digits, dash and underscore only");
      }
      if (folder.isBlank() || folder.contains("..") || folder.startsWith("/")) {
        throw new IllegalArgumentException(
            "source '" + name + "' must name a folder inside the archive");
      }
      if (!language.isEmpty() && !language.matches("[a-z]{2}")) {
        throw new IllegalArgumentException(
            "source '" + name + "' has the language '" + language + "', no ISO 639-1 code");
      }
      try {
        ZoneId.of(timeZone);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "source '" + name + "' has the time zone '" + timeZone + "', which is unknown", e);
      }
      platform = platform.toLowerCase(Locale.ROOT);
      if (network == Network.EMPLOYEES && !platform.startsWith(INSIDE)) {
        platform = INSIDE + platform;
      }
    }

    public ZoneId zone() {
      return ZoneId.of(timeZone);
    }

    public Optional<String> onlyLanguage() {
      return language.isEmpty() ? Optional.empty() : Optional.of(language);
    }
  }
}
