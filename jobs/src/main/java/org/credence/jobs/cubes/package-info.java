/**
 * From mentions to published cells: additive parts a day, estimates a cell, suppression, audit, and
 * a whole edition or nothing.
 */
@NullMarked
package org.credence.jobs.cubes;

import org.jspecify.annotations.NullMarked;
