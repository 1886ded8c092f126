package org.credence.archive;

import java.io.Serializable;
import java.time.LocalDate;
import org.credence.settings.SourcesFile.Source;

/**
 * A file to read.
 *
 * @param drop date of the dated folder that holds it
 * @param key path below the archive, with slashes
 * @param size in bytes, as listed
 */
public record SourceFile(Source source, LocalDate drop, String key, long size)
    implements Serializable {}
