package org.credence.settings;

/** What the process says to whoever started it. Only storage and busy are worth a retry. */
public enum ExitCode {
  OK(0),
  USAGE(2),
  CONFIGURATION(3),
  INPUT_NOT_READY(4),
  AUDIT_FAILED(5),
  STORAGE(6),
  BUSY(7),
  BUG(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
