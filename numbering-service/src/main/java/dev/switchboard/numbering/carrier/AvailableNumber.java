package dev.switchboard.numbering.carrier;

/**
 * A number that a carrier could give.
 *
 * @param number E.164
 * @param locality city
 * @param region state or province, two letters
 * @param country ISO 3166-1, two letters
 */
public record AvailableNumber(String number, String locality, String region, String country) {}
