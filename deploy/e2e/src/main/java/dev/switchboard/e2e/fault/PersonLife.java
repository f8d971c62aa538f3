package dev.switchboard.e2e.fault;

import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Client;
import dev.switchboard.local.client.Mailbox;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What an admin does with an invited person, and what he does himself: one of several courses. Each
 * step goes on when it had its effect, as the answers tell; when they do not, the state of the
 * person is open.
 */
final class PersonLife {
  /** How many courses there are. */
  static final int COURSES = 13;

  private static final String TARGET = "+12125550187";
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Set<String> ANY = Set.of("INVITED", "ACTIVE", "SUSPENDED", "DELETED");

  private final Company company;
  private final String email;
  private final String path;
  private final String id;
  private final Persistence persistence;
  private final Mailbox mailbox;
  private final Ledger ledger;

  PersonLife(
      Company company,
      String email,
      String id,
      Persistence persistence,
      Mailbox mailbox,
      Ledger ledger) {
    this.company = company;
    this.email = email;
    this.id = id;
    this.path = "/users/" + id;
    this.persistence = persistence;
    this.mailbox = mailbox;
    this.ledger = ledger;
  }

  /** Lives one of the courses; with some the invitation is all. */
  void live(int course) {
    switch (course) {
      case 0 -> rename(company.admin());
      case 1 -> delete();
      case 2 -> {
        if (delete()) {
          restore("INVITED");
        }
      }
      case 3 ->
          join()
              .ifPresent(person -> {
                rename(person);
                forwardCalls(person);
              });
      case 4 -> {
        if (join().isPresent() && suspend()) {
          reactivate();
        }
      }
      case 5 -> {
        if (join().isPresent() && resetPassword()) {
          signIn(Company.OTHER_PASSWORD);
          suspend();
        }
      }
      case 6 -> {
        if (join().isPresent() && changeExtension() && delete()) {
          restore("ACTIVE");
        }
      }
      case 7 ->
          orderNumber(true)
              .ifPresent(number -> {
                unassign(number);
                release(number);
              });
      case 8 -> {
        if (orderNumber(true).isPresent() && delete()) {
          restore("INVITED");
        }
      }
      case 9 ->
          orderNumber(false)
              .ifPresent(number -> {
                assign(number);
                lead(number);
              });
      case 10 -> {
        changePlan("PRO");
        changePlan("BASIC");
      }
      default -> {}
    }
  }

  /** The seat may be a little later than the answer to the invitation. */
  private void changePlan(String plan) {
    persistence.send(
        () -> company.admin().put(path + "/plan", Map.of("plan", plan, "acceptCharges", true)),
        Set.of("resource.not-found"));
  }

  /** Any of the numbers on offer, for himself or for the pool; somebody may be faster. */
  private Optional<String> orderNumber(boolean forHimself) {
    Persistence.Last found =
        persistence.send(() -> company.admin().get("/phone-numbers/available?limit=200"));
    JsonNode offered = found.body().path("items");
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    String number =
        offered.path(ThreadLocalRandom.current().nextInt(offered.size())).path("number").asString();
    Map<String, Object> order = new HashMap<>(Map.of("number", number, "acceptCharges", true));
    if (forHimself) {
      order.put("assignTo", id);
    }
    String key = UUID.randomUUID().toString();
    Persistence.Last ordered =
        persistence.send(
            () -> company.admin().post("/phone-numbers", order, key),
            Set.of("number.user-unknown"));
    return ordered.status() == 201 && settles(ordered.body().path("id").asString())
        ? Optional.of(number)
        : Optional.empty();
  }

  /** The order is done, whatever the carrier does meanwhile. */
  private boolean settles(String order) {
    long deadline = System.nanoTime() + Persistence.PATIENCE.toNanos();
    do {
      Persistence.Last read =
          persistence.send(() -> company.admin().get("/phone-numbers/orders/" + order));
      String state = read.body().path("state").asString("");
      if (!state.equals("PENDING") && read.isDefinite()) {
        return state.equals("ACTIVE");
      }
    } while (System.nanoTime() - deadline < 0 && Persistence.pause(LOOK));
    persistence.note("an order that is never settled");
    return false;
  }

  private void assign(String number) {
    persistence.send(
        () -> company.admin().put(number(number) + "/assignment", Map.of("userId", id)),
        Set.of("number.user-unknown"));
  }

  private void unassign(String number) {
    persistence.send(() -> company.admin().delete(number(number) + "/assignment"));
  }

  private void lead(String number) {
    persistence.send(() ->
        company
            .admin()
            .put(number(number) + "/destination", Map.of("type", "VOICEMAIL", "userId", id)));
  }

  /** Half of them think better of it. */
  private void release(String number) {
    persistence.send(() -> company.admin().delete(number(number)));
    if (ThreadLocalRandom.current().nextBoolean()) {
      persistence.send(
          () -> company.admin().post(number(number) + "/restore", Map.of("acceptCharges", true)));
    }
  }

  private static String number(String number) {
    return "/phone-numbers/" + number.replace("+", "%2B");
  }

  private void rename(Client client) {
    persistence.send(
        () -> client.patch(path, Map.of("firstName", "Zoë", "voicemailPin", Company.PIN), "*"));
  }

  private boolean delete() {
    return did(
        persistence.send(() -> company.admin().delete(path)), "resource.not-found", "DELETED");
  }

  private void restore(String state) {
    did(
        persistence.send(
            () -> company.admin().post(path + "/restore", Map.of("acceptCharges", true))),
        "user.state-conflict",
        state);
  }

  private boolean suspend() {
    return did(
        persistence.send(() -> company.admin().put(path + "/suspension", Map.of())),
        "user.state-conflict",
        "SUSPENDED");
  }

  private void reactivate() {
    if (did(
        persistence.send(() -> company.admin().delete(path + "/suspension")),
        "user.state-conflict",
        "ACTIVE")) {
      signIn(Company.PASSWORD);
    }
  }

  /** The line may be a little later than the mail. */
  private boolean changeExtension() {
    String extension = Integer.toString(ThreadLocalRandom.current().nextInt(200, 900));
    return persistence
        .send(
            () -> company.admin().put(path + "/extension", Map.of("extension", extension)),
            Set.of("resource.not-found"))
        .isDefinite();
  }

  /** Half of them think better of it. */
  private void forwardCalls(Client client) {
    String forwarding = path + "/call-forwarding";
    persistence.send(
        () -> client.put(forwarding, Map.of("number", TARGET)), Set.of("resource.not-found"));
    if (ThreadLocalRandom.current().nextBoolean()) {
      persistence.send(() -> client.delete(forwarding));
    }
  }

  private Optional<Client> join() {
    Optional<Mailbox.Mail> mail = awaitMail(found -> !found.isReset());
    return mail.isPresent()
            && did(
                persistence.sendAsStranger(() ->
                    company
                        .stranger()
                        .post(
                            "/invitations/accept",
                            Map.of("token", mail.get().joinToken(), "password", Company.PASSWORD))),
                "invitation.used",
                "ACTIVE")
        ? Optional.of(signIn(Company.PASSWORD))
        : Optional.empty();
  }

  private boolean resetPassword() {
    String key = UUID.randomUUID().toString();
    Persistence.Last asked =
        persistence.send(() -> company.admin().post(path + "/password-resets", Map.of(), key));
    Optional<Mailbox.Mail> mail =
        asked.status() == 202 ? awaitMail(Mailbox.Mail::isReset) : Optional.empty();
    return mail.isPresent()
        && did(
            persistence.sendAsStranger(() ->
                company
                    .stranger()
                    .post(
                        "/password-resets/complete",
                        Map.of(
                            "token", mail.get().resetToken(), "password", Company.OTHER_PASSWORD))),
            "password-reset.used",
            "ACTIVE");
  }

  private Client signIn(String password) {
    Client person = company.stranger();
    persistence.sendAsStranger(() -> person.signIn(email, password));
    return person;
  }

  /** Whether the step had its effect; then the person has this state. */
  private boolean did(Persistence.Last last, String doneBefore, String state) {
    boolean done = last.status() / 100 == 2 || (last.repeated() && last.code().equals(doneBefore));
    if (done) {
      ledger.became(id, Set.of(state));
    } else if (!last.isDefinite()) {
      ledger.became(id, ANY);
    }
    return done;
  }

  private Optional<Mailbox.Mail> awaitMail(Predicate<Mailbox.Mail> wanted) {
    long deadline = System.nanoTime() + Persistence.PATIENCE.toNanos();
    do {
      try {
        Optional<Mailbox.Mail> found =
            mailbox.to(email).reversed().stream().filter(wanted).findFirst();
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException e) {
        persistence.note("no mailbox: " + e.getClass().getSimpleName());
      }
    } while (System.nanoTime() - deadline < 0 && Persistence.pause(LOOK));
    persistence.note("no mail");
    return Optional.empty();
  }
}
