/** Records as trees, whatever they were written in: JSON, XML, CSV. */
@NullMarked
package org.credence.archive.tree;

import org.jspecify.annotations.NullMarked;
