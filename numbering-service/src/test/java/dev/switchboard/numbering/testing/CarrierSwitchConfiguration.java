package dev.switchboard.numbering.testing;

import dev.switchboard.numbering.carrier.Carrier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the switch before the service's carrier. */
@TestConfiguration
class CarrierSwitchConfiguration {

  @Bean
  @Primary
  CarrierSwitch carrierSwitch(@Qualifier("carrier") Carrier carrier) {
    return new CarrierSwitch(carrier);
  }
}
