package org.credence.jobs.report;

import java.util.OptionalDouble;
import org.credence.cubes.CellState;

/**
 * Volume of one brand and period.
 *
 * @param broken whether the series breaks within the period or right before it
 * @param shareOfVoice nothing without competitors
 */
record VolumeCell(
    String brand,
    Span span,
    CellState state,
    boolean partial,
    boolean broken,
    long posts,
    long originals,
    long people,
    OptionalDouble shareOfVoice) {}
