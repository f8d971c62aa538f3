package dev.switchboard.user.user;

/**
 * What a transition of a user returns: the new state and what happened.
 *
 * @param state to be stored
 * @param event to be published in the same transaction
 */
public record Change<S>(S state, UserEvent event) {}
