package org.credence.jobs.simulate;

import java.time.LocalDate;

/**
 * Accounting of one file: read = accepted + rejected + duplicate + out of scope + notices.
 *
 * @param file path below the archive
 */
record FileTally(
    Source source,
    LocalDate drop,
    String file,
    int read,
    int accepted,
    int rejected,
    int duplicate,
    int outOfScope,
    int notices) {}
