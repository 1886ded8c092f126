/** Learns from labels, stars and emoji; a candidate serves when the gate lets it. */
@NullMarked
package org.credence.jobs.train;

import org.jspecify.annotations.NullMarked;
