package dev.switchboard.user.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many mails people may trigger by hand within a window (J).
 *
 * @param window begins with its first mail
 * @param perRecipient to one person, whoever triggers them
 * @param perAdmin by one admin
 * @param perAccount to all people of an account, beside those that its size adds
 * @param perAccountAndUser for each person that the account has
 */
@ConfigurationProperties("switchboard.mail.allowance")
record MailProperties(
    @DefaultValue("24h") Duration window,
    @DefaultValue("10") int perRecipient,
    @DefaultValue("300") int perAdmin,
    @DefaultValue("500") int perAccount,
    @DefaultValue("20") int perAccountAndUser) {}
