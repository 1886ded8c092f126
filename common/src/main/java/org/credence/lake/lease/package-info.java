/** One writer: who holds the lake, shown to all others, and taken over from the dead only. */
@NullMarked
package org.credence.lake.lease;

import org.jspecify.annotations.NullMarked;
