package org.credence.jobs.simulate;

import java.util.List;

/**
 * A fictitious brand: no real company and no word of a dictionary.
 *
 * @param id as in {@code conf/brands.yaml}
 * @param aliases how people name it, the usual form first
 * @param page its main handle on Twitter and its Facebook page
 * @param care handle of its customer service on Twitter
 * @param spokesperson handle of the person who speaks for it
 * @param pageId numeric id of the Facebook page, the first half of its status ids
 * @param domain its review page
 * @param share its part of the conversation; the shares of all firms sum to 1
 * @param frenchShare part of its posts that are French
 * @param usual mood of a quiet day
 * @param attributes trust attributes its posts name, the frequent ones first
 * @param productsEn products, without article
 * @param productsFr products, with article
 */
record Firm(
    String id,
    List<String> aliases,
    String page,
    String care,
    String spokesperson,
    long pageId,
    String domain,
    double share,
    double frenchShare,
    Mood usual,
    List<String> attributes,
    List<String> productsEn,
    List<String> productsFr) {

  String name() {
    return aliases.get(0);
  }

  /** Key of the review page, as scrapers build it. */
  String reviewKey() {
    return id.replace('-', '_');
  }

  List<String> products(String language) {
    return language.equals("fr") ? productsFr : productsEn;
  }
}
