/**
 * Sentiment on files, outside the night: trains a classifier from label files, scores a file with
 * it, and measures it on a labelled one. In memory and without Spark; any set of labels. A model of
 * this room serves no night: the night trains its own from {@code training.labels}. Also measures
 * how well topics are found in posts that somebody grouped.
 */
@NullMarked
package org.credence.jobs.evaluate;

import org.jspecify.annotations.NullMarked;
