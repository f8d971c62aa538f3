package dev.switchboard.e2e.audit;

import dev.switchboard.local.client.Mailbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I7 one mail per generation of a link, with that link; I11 one live link for each purpose, used at
 * most once.
 */
final class LinkCheck implements Check {
  /** Where mails went is forgotten with their recipient (D6). */
  private static final String ERASED = "@erased.invalid";

  private static final int MOST_COPIES = 2;

  private final boolean withMails;

  /**
   * @param withMails whether it is known what the mail server has received
   */
  LinkCheck(boolean withMails) {
    this.withMails = withMails;
  }

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, List<Row>> links = Row.groups("user_id", evidence.invitations());
    Map<String, List<Row>> resets = Row.groups("user_id", evidence.resets());
    for (Row user : evidence.users()) {
      lookAtInvitations(user, links.getOrDefault(user.text("user_id"), List.of()), findings);
      lookAtResets(user, resets.getOrDefault(user.text("user_id"), List.of()), findings);
    }
    Map<String, Row> mails = Row.by("mail_id", evidence.mails());
    Map<String, Row> users = Row.by("user_id", evidence.users());
    Map<String, List<Mailbox.Mail>> sent =
        evidence.sent().stream().collect(Collectors.groupingBy(LinkCheck::mailId));
    Stream.concat(
            evidence.invitations().stream().map(link -> new Link(link, Mailbox.Mail::joinToken)),
            evidence.resets().stream().map(link -> new Link(link, Mailbox.Mail::resetToken)))
        .forEach(link -> {
          String id = link.row().text("mail_id");
          lookAtMail(
              link,
              users.getOrDefault(link.row().text("user_id"), Row.none()),
              mails.getOrDefault(id, Row.none()),
              sent.getOrDefault(id, List.of()),
              findings);
        });
    sent.forEach((id, copies) ->
        findings.require(
            mails.containsKey(id),
            "I7",
            "mail %s to %s was asked for by nobody".formatted(id, copies.getFirst().to())));
  }

  /** A link, and how its secret is read from its mail. */
  private record Link(Row row, Function<Mailbox.Mail, String> token) {}

  private static void lookAtResets(Row user, List<Row> links, Findings findings) {
    String name = Evidence.name(user);
    long most = user.text("state").equals("ACTIVE") ? 1 : 0;
    long pending = count(links, "PENDING");
    findings.require(
        pending <= most, "I11", "%s has %d live links to set a password".formatted(name, pending));
    lookAtGenerations(name, links, findings);
  }

  private static void lookAtGenerations(String name, List<Row> links, Findings findings) {
    for (int i = 0; i < links.size(); i++) {
      findings.same(
          i + 1L, links.get(i).number("generation"), "I11", "generation of a link of " + name);
    }
  }

  private static void lookAtInvitations(Row user, List<Row> links, Findings findings) {
    String name = Evidence.name(user);
    long pending = count(links, "PENDING");
    long accepted = count(links, "ACCEPTED");
    findings.require(pending <= 1, "I11", "%s has %d live links".formatted(name, pending));
    findings.require(
        accepted <= 1, "I11", "%s has %d links that were used".formatted(name, accepted));
    lookAtGenerations(name, links, findings);
    boolean wasInvited = !user.text("invited_by").isEmpty();
    String state = user.text("state");
    if (state.equals("INVITED")) {
      findings.same(1L, pending, "I11", "live links of the invited " + name);
    } else {
      findings.same(0L, pending, "I11", "live links of the " + state + " " + name);
    }
    if (wasInvited && state.equals("ACTIVE")) {
      findings.same(1L, accepted, "I11", "used links of the active " + name);
    }
  }

  private void lookAtMail(
      Link link, Row user, Row mail, List<Mailbox.Mail> copies, Findings findings) {
    String name =
        "mail %s for link %s of %s"
            .formatted(
                link.row().text("mail_id"), link.row().text("generation"), Evidence.name(user));
    if (!mail.exists()) {
      findings.add("I7", name + " is unknown to notification-service");
      return;
    }
    findings.same(user.text("user_id"), mail.text("user_id"), "I14", "recipient of " + name);
    findings.same(user.text("account_id"), mail.text("account_id"), "I14", "account of " + name);
    if (!withMails) {
      return;
    }
    boolean isSent = mail.text("state").equals("SENT");
    findings.require(
        !isSent || (!copies.isEmpty() && copies.size() <= MOST_COPIES),
        "I7",
        "%s is SENT and came %d times".formatted(name, copies.size()));
    findings.require(
        isSent || copies.isEmpty(),
        "I7",
        "%s is %s and came %d times".formatted(name, mail.text("state"), copies.size()));
    Set<String> tokens = new HashSet<>();
    for (Mailbox.Mail copy : copies) {
      if (!mail.text("recipient_email").endsWith(ERASED)) {
        findings.same(mail.text("recipient_email"), copy.to(), "I7", "address of " + name);
      }
      tokens.add(hash(link.token().apply(copy)));
    }
    if (!copies.isEmpty()) {
      findings.require(
          tokens.equals(Set.of(link.row().text("token_hash"))),
          "I7",
          name + " has another link in it");
    }
  }

  private static long count(List<Row> links, String state) {
    return links.stream().filter(link -> link.text("state").equals(state)).count();
  }

  /** The part of the Message-ID before the at sign. */
  private static String mailId(Mailbox.Mail mail) {
    return mail.messageId().replaceAll("^<|@.*$", "");
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
