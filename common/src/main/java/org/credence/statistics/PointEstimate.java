package org.credence.statistics;

/**
 * Shares with the variances of every figure, before any shift term.
 *
 * @param shares negative, neutral, positive
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for the length of one estimate.
record PointEstimate(double[] shares, Figures classification, Figures sampling) {}
