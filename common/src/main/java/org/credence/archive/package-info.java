/**
 * Raw records to canonical posts. A source is a folder below {@code resources/sources} with its
 * mapping, or a package here where its shape needs code. Nothing else in the product knows a
 * platform.
 */
@NullMarked
package org.credence.archive;

import org.jspecify.annotations.NullMarked;
