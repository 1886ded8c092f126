package org.credence.jobs.simulate;

import java.nio.file.Path;

/**
 * What a simulation left behind.
 *
 * @param archive folder of drops, one folder a source
 * @param labels 2,000 labelled posts for training, tab separated
 * @param truth the planted truth, JSON; only tests and measurements read it
 * @param files files in the archive
 * @param records records in these files, broken ones and notices included
 * @param posts distinct posts, company replies inside reviews included
 * @param written false when the same simulation was there already
 */
public record SimulationReport(
    Path archive, Path labels, Path truth, int files, long records, long posts, boolean written) {}
