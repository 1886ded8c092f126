/** The command line: options, help, what a person and a program are told, exit codes. */
@NullMarked
package org.credence.jobs.cli;

import org.jspecify.annotations.NullMarked;
