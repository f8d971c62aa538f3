/**
 * The heart of billing (E2–E5): what an account had, and what it costs. Pure: no Spring, no clock,
 * no floating point; preview, quote and issued statement are the same function.
 */
@ApplicationModule(allowedDependencies = {"pricelist"})
@NullMarked
package dev.switchboard.billing.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
