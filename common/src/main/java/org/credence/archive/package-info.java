/**
 * One folder a source: raw records to canonical posts. Nothing else in the product knows a
 * platform.
 */
@NullMarked
package org.credence.archive;

import org.jspecify.annotations.NullMarked;
