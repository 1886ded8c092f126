/**
 * Posts to mentions: which brands, in which language, how they feel, which attributes they touch.
 */
@NullMarked
package org.credence.jobs.apply;

import org.jspecify.annotations.NullMarked;
