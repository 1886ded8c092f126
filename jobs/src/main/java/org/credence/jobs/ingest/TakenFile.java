package org.credence.jobs.ingest;

/**
 * A file as an earlier night took it; one that differs in anything is taken again.
 *
 * @param source name of the source
 * @param key path below the archive
 * @param size in bytes
 * @param version changes whenever the content does
 */
public record TakenFile(String source, String key, long size, String version) {}
