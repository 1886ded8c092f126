package org.credence.lake.lease;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds the lake.
 *
 * @param run that writes
 * @param user and host, for a person
 * @param machine names one namespace of processes of one boot; empty where that can't be told
 * @param process number of it there
 * @param started when that process began, as the machine counts, so that a reused number is told
 * @param since when the lease was taken, ISO 8601
 */
record Holder(String run, String user, String machine, long process, String started, String since) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Holder ofThisProcess(String run, Instant since) {
    ProcessHandle self = ProcessHandle.current();
    return new Holder(
        run,
        System.getProperty("user.name") + "@" + host(),
        thisMachine(),
        self.pid(),
        started(self),
        since.toString());
  }

  /** Whether the process ran on this machine and is no more; false whenever that can't be known. */
  boolean isGone() {
    if (machine.isEmpty() || !machine.equals(thisMachine())) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(this.process).filter(ProcessHandle::isAlive);
    return process.isEmpty() || !started(process.get()).equals(started);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Containers may share a host's name and boot, never both and the namespace of processes. */
  private static String thisMachine() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      String namespace = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      return host() + " " + boot + " " + namespace;
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a holder is plain text and numbers", e);
    }
  }

  /** Empty when it was written by a release that told other things. */
  static Optional<Holder> fromJson(String json) {
    try {
      return Optional.of(JSON.readValue(json, Holder.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "run %s of %s (process %d) since %s".formatted(run, user, process, since);
  }
}
