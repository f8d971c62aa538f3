/** Payments over HTTP. */
@NamedInterface("web")
@NullMarked
package dev.switchboard.billing.payment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
