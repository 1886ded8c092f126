package org.credence.statistics;

/**
 * Shares with the variances of every figure, before any shift term.
 *
 * @param shares negative, neutral, positive
 * @param classification variance of telling the classes of the cell's own posts
 * @param sampling variance of drawing people
 * @param response see {@link Estimate#response}
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for the length of one estimate.
record PointEstimate(double[] shares, Figures classification, Figures sampling, Figures response) {}
