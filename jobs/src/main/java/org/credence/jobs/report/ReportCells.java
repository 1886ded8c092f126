package org.credence.jobs.report;

import java.util.List;
import org.credence.cubes.AcceptedAudit;

/** The cells that a report is made of, as read from one edition. */
record ReportCells(
    Span span,
    List<TrustCell> trust,
    List<TrustCell> subjects,
    List<VolumeCell> volumes,
    List<ActsCell> acts,
    List<SourceLine> sources,
    List<Drift> drifts,
    List<AcceptedAudit> accepted) {}
