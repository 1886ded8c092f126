/** Decides which cells may leave: none of too few people, and none that gives such a cell away. */
@NullMarked
package org.credence.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
