package dev.switchboard.user.support;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of support (I1). Its sessions reach every account, so they are shorter than those of
 * users.
 *
 * @param idle a session ends when it was not used for so long
 * @param longest a session ends then in any case
 * @param found most accounts that a search shows
 */
@ConfigurationProperties("switchboard.support")
record SupportProperties(
    @DefaultValue("1h") Duration idle,
    @DefaultValue("12h") Duration longest,
    @DefaultValue("50") int found) {}
