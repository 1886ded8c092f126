/**
 * The tables of the lake and their fields; the only package that reads or writes Iceberg. A field
 * is a constant of its table, with type, nullability, unit and meaning.
 */
@NullMarked
package org.credence.lake;

import org.jspecify.annotations.NullMarked;
