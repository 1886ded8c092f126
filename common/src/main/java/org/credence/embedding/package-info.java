/** Texts as dense vectors by sentence transformers that the user names. Without Spark. */
@NullMarked
package org.credence.embedding;

import org.jspecify.annotations.NullMarked;
