package dev.switchboard.user.session;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in and sessions (A3, A4).
 *
 * @param idle a session ends when it was not used for so long
 * @param longest a session ends then in any case
 * @param tokenLife of an internal token
 * @param audiences the services that internal tokens are made for
 * @param freeFailures failed sign-ins without a delay
 * @param lockAfter failed sign-ins until the address is locked
 * @param lock how long it is locked; also after how long failures are forgotten
 * @param devices most browsers that are remembered of one user
 * @param deviceLife how long a browser is remembered that is not used
 * @param keyLife after how long a new signing key is made
 */
@ConfigurationProperties("switchboard.session")
record SessionProperties(
    @DefaultValue("12h") Duration idle,
    @DefaultValue("7d") Duration longest,
    @DefaultValue("60s") Duration tokenLife,
    @DefaultValue({"user-service", "numbering-service", "billing-service"}) List<String> audiences,
    @DefaultValue("5") int freeFailures,
    @DefaultValue("10") int lockAfter,
    @DefaultValue("30m") Duration lock,
    @DefaultValue("50") int devices,
    @DefaultValue("400d") Duration deviceLife,
    @DefaultValue("30d") Duration keyLife) {}
