package dev.switchboard.numbering;

import dev.switchboard.numbering.line.CloseLine;
import dev.switchboard.numbering.line.EraseLine;
import dev.switchboard.numbering.line.HoldLine;
import dev.switchboard.numbering.line.OpenLine;
import dev.switchboard.numbering.line.ReopenLine;
import dev.switchboard.numbering.line.wire.SeatV1;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.number.AccountStanding;
import dev.switchboard.numbering.number.AssignMainNumber;
import dev.switchboard.numbering.number.CloseAccount;
import dev.switchboard.numbering.number.wire.AccountV1;
import dev.switchboard.numbering.number.wire.ErasedV1;
import dev.switchboard.numbering.number.wire.StandingV1;
import dev.switchboard.numbering.price.NumberPrices;
import dev.switchboard.numbering.price.UserPlans;
import dev.switchboard.numbering.price.wire.PriceListV1;
import dev.switchboard.numbering.price.wire.SeatPlanV1;
import dev.switchboard.platform.inbox.Subscription;
import dev.switchboard.platform.inbox.Subscriptions;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.PublicEndpoints;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What this service listens to, and which of its endpoints need no token. */
@Configuration(proxyBeanMethods = false)
@SecurityScheme(
    name = "internalToken",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "Made by the gateway from the session cookie.")
@OpenAPIDefinition(
    info =
        @Info(
            title = "numbering-service",
            version = "v1",
            description =
                "Phone numbers, and the line of each user. Errors are application/problem+json with the codes of"
                    + " problems.yaml."),
    security = @SecurityRequirement(name = "internalToken"),
    servers = @Server(url = "/", description = "The gateway"))
class NumberingServiceConfiguration {

  static {
    // The caller comes from the token and is no parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  PublicEndpoints publicEndpoints() {
    return new PublicEndpoints().allow(HttpMethod.GET, "/api/v1/phone-numbers/available");
  }

  @Bean
  Subscription accounts(
      Subscriptions subscriptions,
      AssignMainNumber assignMainNumber,
      NumberPrices prices,
      CloseAccount closeAccount) {
    return subscriptions
        .to("user.accounts.v1")
        .on(
            "account.signed-up",
            AccountV1.class,
            event -> {
              AccountV1 account = AccountV1.checked(event);
              prices.signedUp(account.accountId(), account.timeZone());
              assignMainNumber.on(event);
            })
        .on("account.erased", ErasedV1.class, closeAccount::on);
  }

  @Bean
  Subscription priceLists(Subscriptions subscriptions, NumberPrices prices) {
    return subscriptions
        .to("billing.price-lists.v1")
        .on("price-list.published", PriceListV1.class, prices::on);
  }

  @Bean
  Subscription standings(Subscriptions subscriptions, AccountStanding standing) {
    return subscriptions
        .to("billing.accounts.v1")
        .on("account.slots-changed", StandingV1.class, standing::on);
  }

  @Bean
  Subscription users(
      Subscriptions subscriptions,
      OpenLine openLine,
      CloseLine closeLine,
      HoldLine holdLine,
      ReopenLine reopenLine,
      EraseLine eraseLine) {
    return subscriptions
        .to("user.users.v1")
        .on("user.signed-up", UserV1.class, openLine::on)
        .on("user.invited", UserV1.class, openLine::on)
        .on("user.withdrawn", UserV1.class, closeLine::onWithdrawn)
        .on("user.deleted", UserV1.class, holdLine::on)
        .on("user.restored", UserV1.class, reopenLine::on)
        .on("user.erased", UserV1.class, eraseLine::on);
  }

  @Bean
  Subscription seats(Subscriptions subscriptions, CloseLine closeLine, UserPlans plans) {
    return subscriptions
        .to("billing.seats.v1")
        .on("seat.occupied", SeatPlanV1.class, plans::on)
        .on("seat.changed", SeatPlanV1.class, plans::on)
        .on("seat.vacated", SeatPlanV1.class, plans::on)
        .on("seat.refused", SeatV1.class, closeLine::onSeatRefused);
  }
}
