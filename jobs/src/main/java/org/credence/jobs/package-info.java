/**
 * One night, stage by stage. Jobs never import each other; {@code nightly} and {@code cli} wire
 * them.
 */
@NullMarked
package org.credence.jobs;

import org.jspecify.annotations.NullMarked;
