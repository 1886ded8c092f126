/**
 * The language of mapping files: which records a source has, and which canonical field comes from
 * where. Knows no platform.
 */
@NullMarked
package org.credence.archive.mapping;

import org.jspecify.annotations.NullMarked;
