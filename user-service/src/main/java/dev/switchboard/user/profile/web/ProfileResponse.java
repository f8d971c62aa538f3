package dev.switchboard.user.profile.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.switchboard.user.directory.web.UserResponse;
import dev.switchboard.user.profile.ReadUser;
import dev.switchboard.user.user.Mobile;
import dev.switchboard.user.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A user with all that can be edited.
 *
 * @param user as in the list
 * @param mobile E.164, or null
 * @param timeZone IANA name
 * @param language BCP 47 tag
 * @param voicemailPinSet whether there is a PIN; it is never shown
 */
record ProfileResponse(
    @JsonUnwrapped UserResponse user,
    @Nullable String mobile,
    String timeZone,
    String language,
    boolean voicemailPinSet) {

  static ProfileResponse of(ReadUser.Details details) {
    User user = details.user();
    Mobile mobile = user.mobile();
    return new ProfileResponse(
        UserResponse.of(details.row()),
        mobile == null ? null : mobile.value(),
        user.timeZone(),
        user.language(),
        details.isVoicemailPinSet());
  }
}
