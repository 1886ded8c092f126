/** Whole nights: the golden archive, the planted truth, reruns, bad input. */
@NullMarked
package org.credence.jobs.night;

import org.jspecify.annotations.NullMarked;
