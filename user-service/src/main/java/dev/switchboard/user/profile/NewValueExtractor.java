package dev.switchboard.user.profile;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets Bean Validation look into a new value; found by META-INF/services. */
public final class NewValueExtractor implements ValueExtractor<NewValue<@ExtractedValue ?>> {

  @Override
  public void extractValues(NewValue<?> original, ValueReceiver receiver) {
    receiver.value(null, original.value());
  }
}
