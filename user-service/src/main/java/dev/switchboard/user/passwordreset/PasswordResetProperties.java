package dev.switchboard.user.passwordreset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of password resets (D3).
 *
 * @param life how long a link is valid
 * @param retry after how long a request is looked at again that could not be served
 */
@ConfigurationProperties("switchboard.password-reset")
record PasswordResetProperties(
    @DefaultValue("60m") Duration life, @DefaultValue("30s") Duration retry) {}
