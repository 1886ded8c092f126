/** Reviews with ratings and company replies, as CSV with whatever column names a site uses. */
@NullMarked
package org.credence.archive.reviews;

import org.jspecify.annotations.NullMarked;
