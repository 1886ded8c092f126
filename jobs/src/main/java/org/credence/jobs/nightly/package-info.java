/**
 * Runs the stages of a night in one Spark session: what is due and why, how far it is, what it left
 * behind.
 */
@NullMarked
package org.credence.jobs.nightly;

import org.jspecify.annotations.NullMarked;
