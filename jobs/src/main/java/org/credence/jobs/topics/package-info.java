/** Mentions to topics: what people talk about, night by night, scope by scope. */
@NullMarked
package org.credence.jobs.topics;

import org.jspecify.annotations.NullMarked;
