package dev.switchboard.user.user;

import dev.switchboard.platform.event.OutgoingEvent;
import java.util.List;

/** A part of this service that keeps a view of users, written in the transaction of the change. */
public interface UserProjection {

  /** Takes in the stored user and returns the events of its own that this causes. */
  List<OutgoingEvent> project(User user, UserEvent event);
}
