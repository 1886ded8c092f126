/**
 * Runs the stages of a night in one Spark session: what is due and why, how far it is, what it left
 * behind. Several nights in their order, and the way back to an older edition.
 */
@NullMarked
package org.credence.jobs.nightly;

import org.jspecify.annotations.NullMarked;
