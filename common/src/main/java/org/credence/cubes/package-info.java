/**
 * The registry of every cube and measure, what is generated from it (schema, dictionary, views),
 * and the editions in which all cubes are published together; the only writer of cubes.
 */
@NullMarked
package org.credence.cubes;

import org.jspecify.annotations.NullMarked;
