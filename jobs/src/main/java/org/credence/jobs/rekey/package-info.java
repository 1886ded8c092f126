/** Brings the keyed hashes of a lake up to date when an author key was added. */
@NullMarked
package org.credence.jobs.rekey;

import org.jspecify.annotations.NullMarked;
