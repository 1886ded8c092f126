package org.credence.jobs.train;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A text and what it feels.
 *
 * @param group brand or topic, empty when none is known
 * @param label 0 negative, 1 neutral, 2 positive
 */
record LabelledText(
    Origin origin,
    String id,
    String language,
    String group,
    String text,
    int label,
    Optional<LocalDate> day) {}
