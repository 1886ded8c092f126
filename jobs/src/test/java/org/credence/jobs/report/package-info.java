/** What the report says, and that nothing from data gets into its markup. */
@NullMarked
package org.credence.jobs.report;

import org.jspecify.annotations.NullMarked;
