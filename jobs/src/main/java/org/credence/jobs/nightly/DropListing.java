package org.credence.jobs.nightly;

/**
 * The files of one source's drop.
 *
 * @param digest over names, sizes and versions
 */
public record DropListing(int files, long bytes, String digest) {}
