package dev.switchboard.e2e.audit;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the clients of a run were answered: the auditor holds the services to it. Thread-safe. */
public final class Ledger {
  private final Queue<Admin> admins = new ConcurrentLinkedQueue<>();
  private final Queue<Invitation> invitations = new ConcurrentLinkedQueue<>();
  private final Map<String, Set<String>> states = new ConcurrentHashMap<>();

  /** How an invitation ended for the client, after all its repetitions with one key. */
  public enum Outcome {
    /** 201. */
    INVITED,
    /** 4xx. */
    REFUSED,
    /** No definite answer in time: it may have happened or not, but not twice. */
    UNKNOWN
  }

  /**
   * An account that was signed up with 201.
   *
   * @param email of its first admin
   */
  public record Admin(UUID accountId, String email) {}

  /**
   * One invitation.
   *
   * @param userId as answered, or the empty text
   * @param status the last HTTP status; 0 when there was no answer
   */
  public record Invitation(
      UUID accountId, String email, String plan, Outcome outcome, String userId, int status) {}

  /** Notes an account and its first admin. */
  public void signedUp(UUID accountId, String email) {
    admins.add(new Admin(accountId, email));
  }

  /** Notes 201. */
  public void invited(UUID accountId, String email, String plan, String userId) {
    invitations.add(new Invitation(accountId, email, plan, Outcome.INVITED, userId, 201));
  }

  /** Notes a definite refusal. */
  public void refused(UUID accountId, String email, String plan, int status) {
    invitations.add(new Invitation(accountId, email, plan, Outcome.REFUSED, "", status));
  }

  /** Notes that nobody knows. */
  public void unknown(UUID accountId, String email, String plan, int lastStatus) {
    invitations.add(new Invitation(accountId, email, plan, Outcome.UNKNOWN, "", lastStatus));
  }

  /** Notes which state an invited user has now; one of several when an answer did not come. */
  public void became(String userId, Set<String> possible) {
    states.put(userId, possible);
  }

  /** The states that the user may be in, of those that the answers allow. */
  public Set<String> statesOf(String userId) {
    return states.getOrDefault(userId, Set.of("INVITED"));
  }

  /** All accounts noted so far. */
  public List<Admin> admins() {
    return List.copyOf(admins);
  }

  /** All invitations noted so far. */
  public List<Invitation> invitations() {
    return List.copyOf(invitations);
  }

  /** How many invitations ended so. */
  public long count(Outcome outcome) {
    return invitations.stream().filter(each -> each.outcome() == outcome).count();
  }
}
