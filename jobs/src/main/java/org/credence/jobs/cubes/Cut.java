package org.credence.jobs.cubes;

/** One cell: what was said, and what of it may be seen. */
record Cut(Tally tally, boolean showsConversation, boolean showsTrust) {}
