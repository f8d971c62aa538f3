/** What the chart renders, held against Kubernetes' own model, our rules and the services. */
@NullMarked
package dev.switchboard.helm;

import org.jspecify.annotations.NullMarked;
