package dev.switchboard.platform.sample;

/** A thing on the wire. */
public record ThingV1(String thingId, int version, String name) {}
