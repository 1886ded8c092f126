/**
 * Keeps the lake small and forgetful: packs files, forgets old snapshots, editions, texts and
 * records, sweeps what crashes have left, stays within the disk budget.
 */
@NullMarked
package org.credence.jobs.maintain;

import org.jspecify.annotations.NullMarked;
