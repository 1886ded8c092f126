/** Requests to erase authors and posts, from the asking to the proof that it was done. */
@NullMarked
package org.credence.lake.erasure;

import org.jspecify.annotations.NullMarked;
