/**
 * The port to who holds cards and takes money (E7). Card data never comes here: cards are entered
 * at the provider's page, and only a token, the brand, the last four digits and the expiry return.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.switchboard.billing.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
