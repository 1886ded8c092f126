/**
 * Writes the demo: an archive of nightly drops in the platforms' own formats, with a planted story,
 * and the truth about it that no other job reads.
 */
@NullMarked
package org.credence.jobs.simulate;

import org.jspecify.annotations.NullMarked;
