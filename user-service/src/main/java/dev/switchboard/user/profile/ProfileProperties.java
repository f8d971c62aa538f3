package dev.switchboard.user.profile;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of profiles.
 *
 * @param languages BCP 47 tags of the languages that there are mails in (J1)
 * @param pinShortest fewest digits of a voicemail PIN
 * @param pinLongest most digits of a voicemail PIN
 */
@ConfigurationProperties("switchboard.profile")
public record ProfileProperties(
    @DefaultValue({"en", "es", "fr"}) List<String> languages,
    @DefaultValue("6") int pinShortest,
    @DefaultValue("10") int pinLongest) {}
