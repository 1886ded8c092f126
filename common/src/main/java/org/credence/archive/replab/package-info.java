/** RepLab 2013: tweets about companies, one JSON object a line, without their human labels. */
@NullMarked
package org.credence.archive.replab;

import org.jspecify.annotations.NullMarked;
