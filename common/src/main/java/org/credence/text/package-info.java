/**
 * One post in, numbers out: normalise, tokenise, hash, look up words, tell the language. Plain
 * Java, no Spark.
 */
@NullMarked
package org.credence.text;

import org.jspecify.annotations.NullMarked;
