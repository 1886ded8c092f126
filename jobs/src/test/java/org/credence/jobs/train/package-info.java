@NullMarked
package org.credence.jobs.train;

import org.jspecify.annotations.NullMarked;
