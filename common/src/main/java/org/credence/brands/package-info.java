/** Which brands a post is about, and whether a brand itself speaks. Needs no Spark. */
@NullMarked
package org.credence.brands;

import org.jspecify.annotations.NullMarked;
