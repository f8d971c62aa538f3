package dev.switchboard.billing;

import dev.switchboard.billing.account.wire.AccountV1;
import dev.switchboard.billing.account.wire.ErasedV1;
import dev.switchboard.billing.number.TrackNumber;
import dev.switchboard.billing.number.wire.NumberV1;
import dev.switchboard.billing.recipient.Names;
import dev.switchboard.billing.recipient.TrackRecipients;
import dev.switchboard.billing.recipient.wire.CompanyV1;
import dev.switchboard.billing.recipient.wire.PersonV1;
import dev.switchboard.billing.seat.CloseAccount;
import dev.switchboard.billing.seat.GiveSeat;
import dev.switchboard.billing.seat.OpenAccount;
import dev.switchboard.billing.seat.RestoreSeat;
import dev.switchboard.billing.seat.TakeSeatBack;
import dev.switchboard.billing.seat.VacateSeat;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.usage.CountUsage;
import dev.switchboard.billing.usage.wire.CallUsageV1;
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
import java.util.List;
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
            title = "billing-service",
            version = "v1",
            description =
                "Plans, quotes, statements and payments. Errors are application/problem+json with the codes of problems.yaml."),
    security = @SecurityRequirement(name = "internalToken"),
    servers = @Server(url = "/", description = "The gateway"))
class BillingServiceConfiguration {

  private static final List<String> USER_EVENTS =
      List.of(
          "user.signed-up",
          "user.invited",
          "user.joined",
          "user.withdrawn",
          "user.changed",
          "user.role-changed",
          "user.suspended",
          "user.reactivated",
          "user.deleted",
          "user.restored",
          "user.erased");

  static {
    // The caller comes from the token and is no parameter.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  PublicEndpoints publicEndpoints() {
    return new PublicEndpoints()
        .allow(HttpMethod.GET, "/api/v1/plans")
        .allow(HttpMethod.POST, "/api/v1/payment-provider/events");
  }

  @Bean
  Subscription accounts(
      Subscriptions subscriptions,
      OpenAccount openAccount,
      Names names,
      CloseAccount closeAccount) {
    return subscriptions
        .to("user.accounts.v1")
        .on("account.signed-up", AccountV1.class, openAccount::on)
        .on("account.signed-up", CompanyV1.class, names::on)
        .on("account.erased", ErasedV1.class, closeAccount::on);
  }

  /**
   * Some change seats, and all tell of whom billing writes to, in this order: a seat locks the
   * account, as what is written to it does first. The first admin's seat comes with the account.
   */
  @Bean
  Subscription users(
      Subscriptions subscriptions,
      GiveSeat giveSeat,
      TakeSeatBack takeSeatBack,
      VacateSeat vacateSeat,
      RestoreSeat restoreSeat,
      TrackRecipients trackRecipients) {
    Subscription users =
        subscriptions
            .to("user.users.v1")
            .on("user.invited", UserV1.class, giveSeat::on)
            .on("user.withdrawn", UserV1.class, takeSeatBack::on)
            .on("user.deleted", UserV1.class, vacateSeat::on)
            .on("user.restored", UserV1.class, restoreSeat::on);
    USER_EVENTS.forEach(type -> users.on(type, PersonV1.class, trackRecipients::on));
    return users;
  }

  @Bean
  Subscription numbers(Subscriptions subscriptions, TrackNumber trackNumber) {
    return subscriptions
        .to("numbering.numbers.v1")
        .on("number.ordered", NumberV1.class, trackNumber::on)
        .on("number.assigned", NumberV1.class, trackNumber::on)
        .on("number.changed", NumberV1.class, trackNumber::on)
        .on("number.released", NumberV1.class, trackNumber::on);
  }

  @Bean
  Subscription usage(Subscriptions subscriptions, CountUsage countUsage) {
    return subscriptions
        .to("voice.call-usage.v1")
        .on("call-usage.counted", CallUsageV1.class, countUsage::on);
  }
}
