/** Turns delivered values into canonical ones: times, texts, counts, ids, languages. */
@NullMarked
package org.credence.archive.field;

import org.jspecify.annotations.NullMarked;
