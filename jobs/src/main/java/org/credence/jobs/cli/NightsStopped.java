package org.credence.jobs.cli;

/** Several nights of which one failed: the answer tells which are done. */
final class NightsStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  NightsStopped(Answer answer, Exception because) {
    super(because);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
