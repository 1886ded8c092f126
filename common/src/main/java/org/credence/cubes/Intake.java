package org.credence.cubes;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * Posts of one source's drop, and how many of them lack what they mostly have. An edition keeps
 * those of the last weeks, so that no night reads old posts to know what is usual.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Intake(long posts, long noAuthor, long noLanguage, long noResponses) {}
