/** Which attributes of the trust model a post touches. Needs no Spark. */
@NullMarked
package org.credence.trust;

import org.jspecify.annotations.NullMarked;
