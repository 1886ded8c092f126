/** What a format is to the archive: opens a file and judges its records, one at a time. */
@NullMarked
package org.credence.archive.record;

import org.jspecify.annotations.NullMarked;
