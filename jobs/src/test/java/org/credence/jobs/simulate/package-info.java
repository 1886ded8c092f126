/**
 * Tests of the simulated archive: it is read back by code of its own and compared with its truth.
 */
@NullMarked
package org.credence.jobs.simulate;

import org.jspecify.annotations.NullMarked;
