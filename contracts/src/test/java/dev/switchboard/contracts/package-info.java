/** Checks that the contract files are whole, agree with each other and say what they promise. */
@NullMarked
package dev.switchboard.contracts;

import org.jspecify.annotations.NullMarked;
