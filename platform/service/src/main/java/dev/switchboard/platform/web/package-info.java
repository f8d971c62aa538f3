/** JSON and request limits of every HTTP interface. */
@NullMarked
package dev.switchboard.platform.web;

import org.jspecify.annotations.NullMarked;
