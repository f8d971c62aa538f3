package dev.switchboard.numbering.line;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** What tests of deleted users' lines have at hand. */
abstract class DeletedLineTest extends NumberingTest {
  static final String LINES = "numbering.lines.v1";
  static final String NUMBERS = "numbering.numbers.v1";

  final UUID account = Ids.next();
  final UUID user = Ids.next();
  DeletedUsers users;

  @BeforeEach
  void playUserService() {
    users = new DeletedUsers(topics, account);
  }

  /** A user with an open line. */
  UUID invited() {
    UUID invited = Ids.next();
    invite(invited);
    return invited;
  }

  void invite(UUID invited) {
    awaitSent(invite(account, invited));
  }

  /** Gives a number to a user, which no use case does yet; nothing is told of it. */
  void giveNumber(UUID holder, String number) {
    direct(number, account, holder);
    database()
        .sql("update line set direct_numbers = direct_numbers || ? where user_id = ?")
        .params(number, holder)
        .update();
  }

  List<String> told(UUID of) {
    return topics.all(LINES, of.toString()).stream().map(TestTopics.Event::type).toList();
  }

  List<TestTopics.Event> toldOfNumber(String number) {
    return topics.all(NUMBERS, number);
  }

  JsonNode lastTold(UUID of) {
    return topics.all(LINES, of.toString()).getLast().data();
  }

  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  long held(UUID of) {
    return count(
        "select count(*) from extension where holder_id = ? and held_until is not null", of);
  }
}
