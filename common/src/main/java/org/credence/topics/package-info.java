/**
 * What people talk about: posts to topics, on primitive arrays. Plain Java, no Spark.
 *
 * <p>{@link org.credence.topics.Preparation} makes words of a post, {@link
 * org.credence.topics.Corpus} numbers of words. {@link org.credence.topics.ColdStart} finds topics
 * where there were none, as a {@link org.credence.topics.Mixture} or as {@link
 * org.credence.topics.Centroids}, whichever the scope's own posts support; {@link
 * org.credence.topics.TopicNight} goes on from a mixture, night by night, and tells what becomes of
 * each topic. {@link org.credence.topics.TopicLabels} names them for people, {@link
 * org.credence.topics.ShownTopic} as a person wants them named, {@link
 * org.credence.topics.TopicWords} for measures; {@link org.credence.topics.Coherence} and {@link
 * org.credence.topics.Agreement} measure them. Every random choice comes from a seed: the same
 * posts in the same order with the same seed give the same topics to the last bit.
 */
@NullMarked
package org.credence.topics;

import org.jspecify.annotations.NullMarked;
