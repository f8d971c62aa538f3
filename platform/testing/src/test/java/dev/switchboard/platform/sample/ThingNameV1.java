package dev.switchboard.platform.sample;

/** What a second reader of an event is interested in. */
public record ThingNameV1(String name) {}
