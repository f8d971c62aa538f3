/**
 * Twilio as a carrier (F7): its REST API of phone numbers, version 2010-04-01, as published at
 * https://www.twilio.com/docs/phone-numbers/api.
 */
@NullMarked
package dev.switchboard.numbering.carrier.client;

import org.jspecify.annotations.NullMarked;
