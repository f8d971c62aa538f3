package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
  private static final Extension EXTENSION = new Extension(101);
  private static final BridgeId BRIDGE = new BridgeId("4827109365");
  private static final E164 NUMBER = new E164("+12025550143");
  private static final E164 FORWARD_TO = new E164("+12125550187");
  private static final Instant UNTIL = Instant.parse("2026-12-20T09:15:00Z");

  private final AccountId account = new AccountId(Ids.next());
  private final UserId user = new UserId(Ids.next());

  @Test
  @DisplayName("C5 a line opens with extension and bridge and tells so")
  void opens() {
    Actor actor = Actor.user(Ids.next());

    Change<Line> change = Line.open(account, user, 1, EXTENSION, BRIDGE, actor);

    assertThat(change.state())
        .isEqualTo(
            new Line(
                user, account, Line.State.OPEN, EXTENSION, BRIDGE, List.of(), null, null, 1, 1));
    assertThat(change.event())
        .isEqualTo(new LineEvent.Opened(actor, List.of("state", "extension", "bridgeId")));
  }

  @Test
  @DisplayName("A closed line keeps its former extension and bridge, and has no numbers")
  void closes() {
    Line open =
        new Line(
            user, account, Line.State.OPEN, EXTENSION, BRIDGE, List.of(NUMBER), null, null, 1, 4);

    Change<Line> change = open.close(2, Actor.system());

    assertThat(change.state())
        .isEqualTo(
            new Line(
                user, account, Line.State.CLOSED, EXTENSION, BRIDGE, List.of(), null, null, 2, 5));
    assertThat(change.event())
        .isEqualTo(new LineEvent.Closed(Actor.system(), List.of("state", "directNumbers")));
  }

  @Test
  @DisplayName("A refused seat, which has no version of the user, does not set that back")
  void userVersionOnlyGrows() {
    Line open = Line.open(account, user, 3, EXTENSION, BRIDGE, Actor.system()).state();

    assertThat(open.close(0, Actor.system()).state().userVersion()).isEqualTo(3);
  }

  @Test
  @DisplayName("A line closes once")
  void closesOnce() {
    Line closed =
        Line.open(account, user, 1, EXTENSION, BRIDGE, Actor.system())
            .state()
            .close(2, Actor.system())
            .state();

    assertThatThrownBy(() -> closed.close(3, Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("A line whose end is heard of first begins closed, without extension")
  void neverOpens() {
    Change<Line> change = Line.neverOpen(account, user, 2, Actor.system());

    assertThat(change.state().isOpen()).isFalse();
    assertThat(change.state().extension()).isNull();
    assertThat(change.state().version()).isEqualTo(1);
    assertThat(change.event()).isEqualTo(new LineEvent.Closed(Actor.system(), List.of("state")));
  }

  @Test
  @DisplayName("D6 the line of a deleted user is closed and keeps all that is held for him")
  void holds() {
    Change<Line> change = withNumber().hold(UNTIL, 2, Actor.system());

    assertThat(change.state())
        .isEqualTo(
            new Line(
                user,
                account,
                Line.State.CLOSED,
                EXTENSION,
                BRIDGE,
                List.of(NUMBER),
                FORWARD_TO,
                UNTIL,
                2,
                2));
    assertThat(change.event())
        .isEqualTo(new LineEvent.Closed(Actor.system(), List.of("state", "heldUntil")));
  }

  @Test
  @DisplayName("D6 the line of a restored user is as it was")
  void reopens() {
    Line held = withNumber().hold(UNTIL, 2, Actor.system()).state();

    Change<Line> change = held.reopen(EXTENSION, BRIDGE, 3, Actor.system());

    assertThat(change.state())
        .isEqualTo(
            new Line(
                user,
                account,
                Line.State.OPEN,
                EXTENSION,
                BRIDGE,
                List.of(NUMBER),
                FORWARD_TO,
                null,
                3,
                3));
    assertThat(change.event())
        .isEqualTo(new LineEvent.Opened(Actor.system(), List.of("state", "heldUntil")));
    assertThatThrownBy(() -> change.state().reopen(EXTENSION, BRIDGE, 4, Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("D6 the line of an erased user has neither numbers nor a place to forward calls to")
  void erases() {
    Line held = withNumber().hold(UNTIL, 2, Actor.system()).state();

    Change<Line> change = held.erase(UNTIL.plusSeconds(1), 3, Actor.system());

    assertThat(change.state())
        .isEqualTo(
            new Line(
                user, account, Line.State.CLOSED, EXTENSION, BRIDGE, List.of(), null, UNTIL, 3, 3));
    assertThat(change.event())
        .isEqualTo(new LineEvent.Closed(Actor.system(), List.of("directNumbers", "forwardTo")));
    assertThat(change.state().erase(UNTIL, 4, Actor.system()).event().changed()).isEmpty();
  }

  @Test
  @DisplayName("D6 a line whose user is erased before his deletion is heard of is closed and held")
  void erasesOpenLine() {
    Change<Line> change = withNumber().erase(UNTIL, 3, Actor.system());

    assertThat(change.state().heldUntil()).isEqualTo(UNTIL);
    assertThat(change.event().changed())
        .containsExactly("state", "directNumbers", "forwardTo", "heldUntil");
  }

  @Test
  @DisplayName("D7 another extension is all that changes")
  void changesExtension() {
    Actor admin = Actor.user(Ids.next());

    Change<Line> change = withNumber().changeExtension(new Extension(215), admin);

    assertThat(change.state().extension()).isEqualTo(new Extension(215));
    assertThat(change.state().version()).isEqualTo(2);
    assertThat(change.event()).isEqualTo(new LineEvent.Changed(admin, List.of("extension")));
  }

  @Test
  @DisplayName("D6 numbers of somebody who is gone come after the user's own")
  void addsNumbers() {
    E164 other = new E164("+12025550144");

    Change<Line> change = withNumber().add(List.of(other), Actor.system());

    assertThat(change.state().directNumbers()).containsExactly(NUMBER, other);
    assertThat(change.event())
        .isEqualTo(new LineEvent.Changed(Actor.system(), List.of("directNumbers")));
  }

  @Test
  @DisplayName("A closed line has nothing to change")
  void closedStaysAsItIs() {
    Line held = withNumber().hold(UNTIL, 2, Actor.system()).state();

    assertThatThrownBy(() -> held.changeExtension(new Extension(215), Actor.system()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> held.add(List.of(NUMBER), Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  private Line withNumber() {
    return new Line(
        user, account, Line.State.OPEN, EXTENSION, BRIDGE, List.of(NUMBER), FORWARD_TO, null, 1, 1);
  }

  @Test
  @DisplayName("C5 there is no open line without extension and bridge")
  void openIsComplete() {
    assertThatThrownBy(() ->
            new Line(user, account, Line.State.OPEN, null, BRIDGE, List.of(), null, null, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("F6 bridge ids have ten digits, the first neither 0 nor 1, and are drawn at random")
  void bridgeIds() {
    BridgeIds ids = new BridgeIds();

    assertThat(Stream.generate(ids::next).limit(1_000).map(BridgeId::value))
        .allMatch(id -> id.matches("[2-9][0-9]{9}"))
        .doesNotHaveDuplicates();
    assertThat(new BridgeIds(constant(2_000_000_000L)).next().value()).isEqualTo("2000000000");
  }

  @ParameterizedTest
  @DisplayName("F6 anything else is no bridge id")
  @ValueSource(strings = {"0234567890", "1234567890", "234567890", "23456789012", "23456a7890"})
  void noBridgeId(String text) {
    assertThatThrownBy(() -> new BridgeId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static RandomGenerator constant(long value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public long nextLong(long origin, long bound) {
        return value;
      }
    };
  }
}
