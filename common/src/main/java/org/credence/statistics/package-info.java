/**
 * Turns sums of posteriors into shares with intervals that hold.
 *
 * <p>{@link org.credence.statistics.Evidence} and {@link org.credence.statistics.AuthorSample} are
 * what a cell keeps, and they add; {@link org.credence.statistics.PrevalenceEstimator} makes shares
 * and two intervals of them, with a {@link org.credence.statistics.ShiftTerm} from a {@link
 * org.credence.statistics.Backtest}; {@link org.credence.statistics.Change} compares two periods.
 */
@NullMarked
package org.credence.statistics;

import org.jspecify.annotations.NullMarked;
