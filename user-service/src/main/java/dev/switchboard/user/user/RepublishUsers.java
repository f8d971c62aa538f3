package dev.switchboard.user.user;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells users again as they are (ADR 26). Whoever is there is told as changed, with no property
 * that is: no reader opens a line or gives a seat for that.
 */
@Component
class RepublishUsers implements Republished {
  private static final UUID FIRST = new UUID(0, 0);

  private final UserRepository users;

  RepublishUsers(UserRepository users) {
    this.users = users;
  }

  @Override
  public String topic() {
    return Users.TOPIC;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    UUID last = after == null ? FIRST : UUID.fromString(after);
    return users.findIdsAfter(last, limit).stream().map(UUID::toString).toList();
  }

  @Override
  public Optional<OutgoingEvent> lock(String id) {
    return users.lockAnywhere(UUID.fromString(id)).map(user -> Users.toWire(user, asItIs(user)));
  }

  private static UserEvent asItIs(User user) {
    Actor actor = Actor.system();
    return switch (user.state()) {
      case INVITED, ACTIVE, SUSPENDED -> new UserEvent.Changed(actor, List.of());
      case WITHDRAWN -> new UserEvent.Withdrawn(actor, List.of());
      case DELETED ->
          user.erasedAt() == null
              ? new UserEvent.Deleted(actor, List.of())
              : new UserEvent.Erased(actor, List.of());
    };
  }
}
