package org.credence.jobs.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.credence.cubes.AcceptedAudit;
import org.credence.cubes.AuditRule;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;

class JudgementTest {

  private static final Finding FEW = Finding.of(AuditRule.VOLUMES, "x fell", "x a chuté");
  private static final Finding PEOPLE =
      Finding.of(AuditRule.ENOUGH_PEOPLE, "2 cells", "2 cellules");

  private static Judgement judgement(List<Finding> findings, AuditRule... accepted) {
    Map<AuditRule, String> reasons = new TreeMap<>();
    for (AuditRule rule : accepted) {
      reasons.put(rule, "a strike");
    }
    return new Judgement(findings, reasons, new TreeMap<>());
  }

  @Test
  void whatFailsIsRefusedWithWhatAndHowToAcceptIt() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> judgement(List.of(FEW)).accepted());

    assertThat(refusal.exitCode()).isEqualTo(ExitCode.AUDIT_FAILED);
    assertThat(refusal.problem()).isEqualTo("Nothing was published: the audit volumes failed");
    assertThat(refusal.reason()).isEqualTo("x fell");
    assertThat(refusal.remedy()).contains("--accept volumes --reason TEXT");
  }

  @Test
  void whatIsAcceptedIsToldWithItsReason() {
    assertThat(judgement(List.of(FEW), AuditRule.VOLUMES, AuditRule.NULL_SHARES).accepted())
        .containsExactly(new AcceptedAudit("volumes", "a strike", List.of(FEW.what())));
    assertThat(judgement(List.of(), AuditRule.VOLUMES).accepted()).isEmpty();
  }

  @Test
  void acceptingOneAuditAcceptsNoOther() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> judgement(List.of(FEW, PEOPLE), AuditRule.VOLUMES).accepted());

    assertThat(refusal.problem()).contains("the audit enough-people failed");
    assertThat(refusal.reason()).isEqualTo("2 cells");
  }

  @Test
  void whatProtectsPeopleIsNeverAccepted() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> judgement(List.of(PEOPLE), AuditRule.ENOUGH_PEOPLE).accepted());

    assertThat(refusal.exitCode()).isEqualTo(ExitCode.AUDIT_FAILED);
    assertThat(refusal.remedy()).contains("can't be accepted").doesNotContain("--accept");
  }
}
