package dev.switchboard.user.twostep;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of two-step sign-in.
 *
 * @param issuer what authenticator apps show beside the address
 * @param recoveryCodes how many a user gets
 */
@ConfigurationProperties("switchboard.two-step")
record TwoStepProperties(
    @DefaultValue("Switchboard") String issuer, @DefaultValue("10") int recoveryCodes) {}
