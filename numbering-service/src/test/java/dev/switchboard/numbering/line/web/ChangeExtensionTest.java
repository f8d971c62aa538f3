package dev.switchboard.numbering.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

class ChangeExtensionTest extends ExtensionTest {
  private static final String LINES = "numbering.lines.v1";

  @Test
  @DisplayName("D7 an admin changes an extension; lines, list and audit log hear of it")
  void changes() {
    UUID user = invited();

    MockHttpServletResponse answer = change(user, "215", "\"1\"");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body(answer).path("extension").asString()).isEqualTo("215");
    assertThat(body(answer).path("version").asLong()).isEqualTo(2);
    assertThat(answer.getHeader("ETag")).isEqualTo("\"2\"");
    TestTopics.Event told = topics.await(LINES, user.toString(), "line.changed");
    assertThat(answer.getHeader("Consistency-Token")).isEqualTo("numbering-service:" + told.id());
    assertThat(told.data().path("extension").asString()).isEqualTo("215");
    assertThat(told.data().path("version").asLong()).isEqualTo(2);
    assertThat(told.data().path("changed").toString()).isEqualTo("[\"extension\"]");
    assertThat(told.data().path("actor").path("userId").asString()).isEqualTo(admin.toString());
    MockHttpServletResponse read = read(user, asAdmin());
    assertThat(body(read)).isEqualTo(body(answer));
    assertThat(read.getHeader("ETag")).isEqualTo("\"2\"");
  }

  @Test
  @DisplayName("H2 the change is in the audit log: who, to whom, from what to what, from where")
  void audited() {
    UUID user = invited();

    change(user, "215", "*");

    JsonNode entry = topics.await("user.audit.v1", account.toString(), "audit.requested").data();
    assertThat(entry.path("action").asString()).isEqualTo("line.extension-changed");
    assertThat(entry.path("actor").path("userId").asString()).isEqualTo(admin.toString());
    assertThat(entry.path("subject").path("type").asString()).isEqualTo("USER");
    assertThat(entry.path("subject").path("id").asString()).isEqualTo(user.toString());
    assertThat(entry.path("details").path("from").asString()).isEqualTo("101");
    assertThat(entry.path("details").path("to").asString()).isEqualTo("215");
    assertThat(entry.path("origin").path("ipAddress").asString()).isEqualTo("127.0.0.1");
  }

  @Test
  @DisplayName("F4 the old extension is free at once, the new one is given to nobody else")
  void oldIsFree() {
    UUID user = invited();
    invited();

    change(user, "103", "*");

    assertThat(List.of(extensionOf(invited()), extensionOf(invited())))
        .containsExactly("101", "104");
    assertThat(change(invited(), "103", "*").getStatus()).isEqualTo(409);
  }

  @Test
  @DisplayName("F4 somebody may go back to an extension that he had, and two may swap by a third")
  void thereAndBack() {
    UUID first = invited();
    UUID second = invited();

    assertThat(change(first, "999", "*").getStatus()).isEqualTo(200);
    assertThat(change(second, "101", "*").getStatus()).isEqualTo(200);
    assertThat(change(first, "102", "*").getStatus()).isEqualTo(200);

    assertThat(List.of(extensionOf(first), extensionOf(second))).containsExactly("102", "101");
    assertThat(extensionOf(invited())).isEqualTo("103");
  }

  @Test
  @DisplayName("D7 the extension that he has is no change: same version, no event, no entry")
  void same() {
    UUID user = invited();

    MockHttpServletResponse answer = change(user, "101", "\"1\"");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(answer.getHeader("Consistency-Token")).isNull();
    assertThat(topics.all(LINES, user.toString())).hasSize(1);
    assertThat(topics.all("user.audit.v1", account.toString())).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("F4 anything but 3 to 6 digits, the first not 0, is no extension")
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "99",
        "012",
        "0123",
        "1000000",
        "12a",
        "+123",
        "-123",
        "12.5",
        " 123",
        "123 ",
        "123\n",
        "１２３",
        "١٢٣",
        "2147483648",
        "99999999999999999999"
      })
  void format(String extension) {
    refused(change(invited(), extension, "*"), 422, "extension.format");
  }

  @ParameterizedTest
  @DisplayName("F4 service codes, 933, 988 and the account's own ranges are reserved")
  @ValueSource(
      strings = {
        "211", "311", "411", "511", "611", "711", "811", "911", "933", "988", "500", "550", "599"
      })
  void reserved(String extension) {
    database()
        .sql("insert into extension_range (account_id, first, last) values (?, 500, 599)")
        .param(account)
        .update();

    refused(change(invited(), extension, "*"), 422, "extension.reserved");
  }

  @ParameterizedTest
  @DisplayName("F4 all others of 3 to 6 digits can be had")
  @ValueSource(strings = {"100", "210", "212", "934", "1000", "9911", "999999"})
  void allowed(String extension) {
    assertThat(change(invited(), extension, "*").getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("F4 an extension that somebody has is taken, and nothing happens")
  void taken() {
    UUID user = invited();
    UUID other = invited();

    refused(change(user, "102", "*"), 409, "extension.taken");

    assertThat(List.of(extensionOf(user), extensionOf(other))).containsExactly("101", "102");
    assertThat(topics.all(LINES, user.toString())).hasSize(1);
    assertThat(topics.all("user.audit.v1", account.toString())).isEmpty();
  }

  @Test
  @DisplayName("F4 the extension of a deleted user is held; in another account it is not")
  void held() {
    UUID user = invited();
    UUID gone = invited();
    awaitSent(new DeletedUsers(topics, account).delete(gone, 2));

    refused(change(user, "102", "*"), 409, "extension.held");
    awaitSent(new DeletedUsers(topics, account).restore(gone, 3));
    refused(change(user, "102", "*"), 409, "extension.taken");
  }

  @ParameterizedTest
  @DisplayName("D1 a change is for a version that was seen: 428 without one, 412 with another")
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "none | 428",
        "\"2\" | 412",
        "\"0\" | 412",
        "W/\"1\" | 412",
        "\"01\" | 412",
        "1 | 412",
        "\"\" | 412",
        "\" | 412",
        "\"2\", \"1\" | 200",
        "* | 200",
        "\"1\" | 200"
      })
  void version(String ifMatch, int status) {
    UUID user = invited();

    MockHttpServletResponse answer = change(user, "215", ifMatch);

    switch (status) {
      case 428 -> refused(answer, 428, "version.required");
      case 412 -> refused(answer, 412, "version.mismatch");
      default -> assertThat(answer.getStatus()).isEqualTo(status);
    }
    assertThat(extensionOf(user)).isEqualTo(status == 200 ? "215" : "101");
  }

  @ParameterizedTest
  @DisplayName("A body that is not the documented JSON is refused, whatever it is")
  @NullSource
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"215\"",
        "{}",
        "{\"extension\":null}",
        "{\"extension\":215}",
        "{\"extension\":[\"215\"]}",
        "{\"extension\":{\"code\":\"215\"}}",
        "{\"extension\":true}",
        "{\"extension\":\"2\\u0000\"}",
        "{\"extension\":\"\\ud83d\"}",
        "{\"extension\":\"215\",\"role\":\"ADMIN\"}",
        "{\"extension\":\"215\"} {}"
      })
  void brokenBodies(String body) {
    UUID user = invited();

    MockHttpServletResponse answer = put(user, body, "*", asAdmin());

    assertThat(answer.getStatus()).as(body).isIn(400, 415, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(extensionOf(user)).isEqualTo("101");
  }

  @Test
  @DisplayName("D6 a user who is gone has no extension to read or change")
  void closedLine() {
    UUID withdrawn = invited();
    UUID deleted = invited();
    awaitSent(withdraw(account, withdrawn));
    awaitSent(new DeletedUsers(topics, account).delete(deleted, 2));

    for (UUID gone : List.of(withdrawn, deleted, Ids.next())) {
      refused(read(gone, asAdmin()), 404, "resource.not-found");
      refused(change(gone, "215", "*"), 404, "resource.not-found");
    }
  }
}
