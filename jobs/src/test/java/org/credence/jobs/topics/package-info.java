@NullMarked
package org.credence.jobs.topics;

import org.jspecify.annotations.NullMarked;
