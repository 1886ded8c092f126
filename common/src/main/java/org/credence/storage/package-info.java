/**
 * The few operations on small objects and folders that Spark's readers and writers lack: list, swap
 * a pointer, create if absent, copy without streaming.
 */
@NullMarked
package org.credence.storage;

import org.jspecify.annotations.NullMarked;
