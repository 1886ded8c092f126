/** The executive report: one self-contained page, English and French, read from one edition. */
@NullMarked
package org.credence.jobs.report;

import org.jspecify.annotations.NullMarked;
