package org.credence.jobs.simulate;

/** The drop folders of the demo; {@code conf/sources.yaml} says the same to the readers. */
enum Source {
  TWITTER("twitter", "twitter", ""),
  CARE(
      "care",
      "twitter",
      "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id"),
  FACEBOOK(
      "facebook",
      "facebook",
      "status_id,status_message,link_name,status_type,status_link,status_published,num_reactions,"
          + "num_comments,num_shares,num_likes,num_loves,num_wows,num_hahas,num_sads,num_angrys"),
  REVIEWS(
      "reviews",
      "reviews",
      "\uFEFFcompany_key,company_name,domain,review_id,title,text,rating,language,published_date,"
          + "experienced_date,reviewer_name,reviewer_country,verified,likes,has_company_reply,"
          + "company_reply_text,company_reply_date,scraped_at"),
  PANEL("panel", "twitter", "");

  private final String folder;
  private final String platform;
  private final String header;

  Source(String folder, String platform, String header) {
    this.folder = folder;
    this.platform = platform;
    this.header = header;
  }

  /** First line of each file, empty where the format has none. */
  String header() {
    return header;
  }

  String folder() {
    return folder;
  }

  String platform() {
    return platform;
  }
}
