/** Turns sums of posteriors into shares with intervals that hold. */
@NullMarked
package org.credence.statistics;

import org.jspecify.annotations.NullMarked;
