package dev.switchboard.user.invitation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of invitations (D4).
 *
 * @param life how long a link is valid
 * @param resendPause shortest time between two mails to one person
 * @param mailsPerDay most mails to one person in 24 hours, the first one included
 */
@ConfigurationProperties("switchboard.invitation")
record InvitationProperties(
    @DefaultValue("7d") Duration life,
    @DefaultValue("60s") Duration resendPause,
    @DefaultValue("5") int mailsPerDay) {}
