/**
 * What a run is told: settings read from files, validated before anything starts. No Spark here.
 */
@NullMarked
package org.credence.settings;

import org.jspecify.annotations.NullMarked;
