/**
 * Takes what the archive has delivered into the lake: every due file once, every post once, every
 * record accounted for.
 */
@NullMarked
package org.credence.jobs.ingest;

import org.jspecify.annotations.NullMarked;
