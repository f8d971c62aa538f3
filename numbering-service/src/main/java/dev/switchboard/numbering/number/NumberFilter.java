package dev.switchboard.numbering.number;

import org.jspecify.annotations.Nullable;

/**
 * Which numbers of an account are wanted; null: all.
 *
 * @param contains digits that occur in the number, country code included
 */
public record NumberFilter(
    PhoneNumber.@Nullable Use use, PhoneNumber.@Nullable State state, @Nullable String contains) {}
