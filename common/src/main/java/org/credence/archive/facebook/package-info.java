/** Posts and comments of Facebook pages with their reactions, as CSV. */
@NullMarked
package org.credence.archive.facebook;

import org.jspecify.annotations.NullMarked;
