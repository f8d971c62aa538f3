package dev.switchboard.e2e.audit;

import dev.switchboard.e2e.audit.Ledger.Invitation;
import dev.switchboard.e2e.audit.Ledger.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I1: what clients were answered is what is so. */
final class AnswerCheck implements Check {
  private final Ledger ledger;

  AnswerCheck(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, List<Row>> byEmail = Row.groups("email", evidence.users());
    Map<String, List<Invitation>> asked =
        ledger.invitations().stream()
            .collect(java.util.stream.Collectors.groupingBy(Invitation::email));
    asked.forEach((email, invitations) ->
        look(email, invitations, byEmail.getOrDefault(email, List.of()), findings));
    for (Ledger.Admin admin : ledger.admins()) {
      int users = byEmail.getOrDefault(admin.email(), List.of()).size();
      findings.same(
          1, users, "I1", "users of the admin %s, signed up with 201".formatted(admin.email()));
    }
    lookForStrangers(evidence, findings);
  }

  private void look(
      String email, List<Invitation> invitations, List<Row> users, Findings findings) {
    List<Invitation> invited =
        invitations.stream().filter(each -> each.outcome() == Outcome.INVITED).toList();
    if (invited.isEmpty()) {
      int most = invitations.stream().anyMatch(each -> each.outcome() == Outcome.UNKNOWN) ? 1 : 0;
      findings.require(
          users.size() <= most,
          "I1",
          "%s was answered %s and has %d users"
              .formatted(email, invitations.getFirst().status(), users.size()));
      return;
    }
    if (users.size() != 1 || invited.size() != 1) {
      findings.add(
          "I1",
          "%s was answered 201 %d times and has %d users"
              .formatted(email, invited.size(), users.size()));
      return;
    }
    Row user = users.getFirst();
    Invitation answer = invited.getFirst();
    findings.same(answer.userId(), user.text("user_id"), "I1", "id of " + email);
    findings.same(
        answer.accountId().toString(), user.text("account_id"), "I14", "account of " + email);
    Set<String> possible = ledger.statesOf(answer.userId());
    findings.require(
        possible.contains(user.text("state")),
        "I1",
        "%s must be %s after all answers and is %s".formatted(email, possible, user.text("state")));
  }

  /** In the accounts of the run nobody else may be. */
  private void lookForStrangers(Evidence evidence, Findings findings) {
    Set<String> accounts = new HashSet<>();
    Set<String> emails = new HashSet<>();
    ledger
        .admins()
        .forEach(admin -> {
          accounts.add(admin.accountId().toString());
          emails.add(admin.email());
        });
    ledger.invitations().forEach(invitation -> emails.add(invitation.email()));
    for (Row user : evidence.users()) {
      findings.require(
          !accounts.contains(user.text("account_id")) || emails.contains(user.text("email")),
          "I1",
          Evidence.name(user) + " was asked for by nobody");
    }
  }
}
