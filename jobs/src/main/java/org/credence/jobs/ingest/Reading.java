package org.credence.jobs.ingest;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.jobs.Night;

/** Turns files into rows of the archive's records. */
@FunctionalInterface
interface Reading {

  Dataset<Row> read(Night night, List<DueFile> files);
}
