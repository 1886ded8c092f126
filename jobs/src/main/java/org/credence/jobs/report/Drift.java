package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A day on which posts of a language were not like those that its model was trained on.
 *
 * @param shift population stability index of the posteriors, if there were voices enough
 * @param unknown mean share of n-grams never met
 * @param inTraining the same among training posts
 */
record Drift(
    String language, LocalDate day, OptionalDouble shift, double unknown, double inTraining) {}
