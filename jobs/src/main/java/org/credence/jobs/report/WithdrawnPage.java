package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.List;

/** What stands in the place of a report whose edition was rolled back. Needs no Spark. */
public final class WithdrawnPage {

  private WithdrawnPage() {}

  /**
   * @param edition that was withdrawn
   * @param stands the edition that stands instead
   * @param night of that one
   */
  public static String html(String edition, String stands, String night) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<title>Credence</title>\n</head>\n<body>\n");
    for (String language : List.of("en", "fr")) {
      Wording words = new Wording(language);
      String date = words.date(LocalDate.parse(night));
      page.append("<main lang=\"%s\">\n<h1>".formatted(language));
      page.append(escaped(words.say("withdrawn.title"))).append("</h1>\n<p>");
      page.append(escaped(words.say("withdrawn.edition", edition, stands, date)));
      page.append("</p>\n<p><a href=\"../%s/index.html\">".formatted(night));
      page.append(escaped(words.say("withdrawn.link", date))).append("</a></p>\n</main>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
