/** Cuts a stream of bytes into records in bounded memory, whatever it holds. */
@NullMarked
package org.credence.archive.framing;

import org.jspecify.annotations.NullMarked;
