@NullMarked
package org.credence.jobs.evaluate;

import org.jspecify.annotations.NullMarked;
