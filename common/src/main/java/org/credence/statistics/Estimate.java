package org.credence.statistics;

/**
 * One figure of one cell.
 *
 * @param value what is reported
 * @param unshrunk the value before it was drawn towards the parent; intervals centre on it
 * @param classificationVariance of the error in telling the classes of the cell's own posts
 * @param samplingVariance of drawing these people instead of others, clustered by author
 * @param response how much of a true move the estimate shows, above 0 up to 1
 * @param posts interval for the share among these very posts
 * @param conversation interval for the share in the conversation that they were drawn from
 */
public record Estimate(
    double value,
    double unshrunk,
    double classificationVariance,
    double samplingVariance,
    double response,
    Interval posts,
    Interval conversation) {}
