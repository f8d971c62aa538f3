package dev.switchboard.user.directory.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole of a user on {@code user.directory.v1}: contracts/events/directory.changed (K2). */
public record DirectoryV1(
    UUID userId,
    UUID accountId,
    long version,
    String firstName,
    String lastName,
    String email,
    String role,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable String mobile,
    String state,
    @Nullable String plan,
    List<String> directNumbers,
    @Nullable String extension,
    @Nullable String bridgeId,
    @Nullable String forwardTo) {}
