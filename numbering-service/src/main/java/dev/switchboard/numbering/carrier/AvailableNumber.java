package dev.switchboard.numbering.carrier;

import dev.switchboard.numbering.value.E164;

/**
 * A number that a carrier could give.
 *
 * @param locality city
 * @param region state or province, two letters
 * @param country ISO 3166-1, two letters
 */
public record AvailableNumber(E164 number, String locality, String region, String country) {}
