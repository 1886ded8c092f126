/** Twitter v1.1: one JSON object a line, tweets and stream notices, as of 2011 to 2019. */
@NullMarked
package org.credence.archive.twitter;

import org.jspecify.annotations.NullMarked;
