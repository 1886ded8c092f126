package org.credence.archive.reviews;

import org.credence.archive.framing.CsvHeader;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;

/**
 * Where a file has what, by the names that were met; {@link CsvHeader#ABSENT} for what it lacks.
 *
 * @param company its domain where there is one, else its name
 * @param time when the review was published; where no column says, when the customer was there
 * @param gluedTitle whether the text begins with the title, without a space between
 */
record ReviewColumns(
    int id,
    int company,
    int authorId,
    int author,
    int title,
    int text,
    int rating,
    int time,
    int language,
    int url,
    int likes,
    int fetched,
    int reply,
    int replyTime,
    boolean gluedTitle) {

  /**
   * @throws FileFailure when no column holds the text or none the rating: no reviews
   */
  static ReviewColumns of(CsvHeader header) throws FileFailure {
    int text =
        header.find(
            "text",
            "content",
            "review comment",
            "review_body",
            "review_text",
            "experience",
            "experience date",
            "contenu",
            "commentaire",
            "comment");
    int rating =
        header.find("rating", "review stars", "review_stars", "stars", "nb_etoiles", "note");
    if (text == CsvHeader.ABSENT || rating == CsvHeader.ABSENT) {
      throw new FileFailure(Cause.UNKNOWN_HEADER);
    }
    return new ReviewColumns(
        header.find("review_id", "id"),
        header.find("domain", "company_slug", "company", "company_name", "marque"),
        header.find("reviewer_id", "consumer_id", "user_id"),
        header.find(
            "reviewer_name", "customer", "author", "user_name", "reviewer", "auteur", "name"),
        header.find("title", "titre", "review_title"),
        text,
        rating,
        header.find(
            "published_date",
            "date_review",
            "review_date",
            "date_avis",
            "published_at",
            "date",
            "experienced_date",
            "date_of_experience",
            "date_experience"),
        header.find("language", "lang", "langue"),
        header.find("review_url", "url"),
        header.find("likes", "useful", "helpful"),
        header.find("scraped_at", "scrap_date", "date_scraping"),
        header.find(
            "company_reply_text", "reply", "response", "company response", "reponse_entreprise"),
        header.find("company_reply_date", "date_reply", "reply_date", "response_date"),
        text == header.find("experience", "experience date"));
  }
}
