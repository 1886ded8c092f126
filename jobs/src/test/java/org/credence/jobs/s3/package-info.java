/** The night against a real S3 server. */
@NullMarked
package org.credence.jobs.s3;

import org.jspecify.annotations.NullMarked;
