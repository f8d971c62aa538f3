/** Verification of the internal token and the caller it stands for. */
@NullMarked
package dev.switchboard.platform.security;

import org.jspecify.annotations.NullMarked;
