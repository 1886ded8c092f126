package org.credence.jobs.evaluate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One labelled text.
 *
 * @param group brand or topic, empty when none is known
 * @param cell what the columns of {@code --group-by} hold; empty when nothing is grouped
 */
record LabelledRow(
    String id, String group, String text, String label, Optional<LocalDate> day, String cell) {}
