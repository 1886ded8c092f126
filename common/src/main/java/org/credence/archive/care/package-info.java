/** Customer Support on Twitter: tweets of customers and of the companies that answer, as CSV. */
@NullMarked
package org.credence.archive.care;

import org.jspecify.annotations.NullMarked;
