package dev.switchboard.notification.mail;

import dev.switchboard.notification.mail.wire.ErasureRequestedV1;
import dev.switchboard.notification.mail.wire.MailRequestedV1;
import dev.switchboard.notification.template.MailTemplates;
import dev.switchboard.notification.template.PublicUrl;
import dev.switchboard.notification.transport.MailTransport;
import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.inbox.Subscription;
import dev.switchboard.platform.inbox.Subscriptions;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.tenancy.Tenancy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

  @Bean
  MailRepository mailRepository(JdbcClient jdbc) {
    return new MailRepository(jdbc);
  }

  @Bean
  ErasedRecipients erasedRecipients(JdbcClient jdbc) {
    return new ErasedRecipients(jdbc);
  }

  @Bean
  MailPublisher mailPublisher(Outbox outbox) {
    return new MailPublisher(outbox);
  }

  @Bean
  RepublishMails republishMails(JdbcClient jdbc) {
    return new RepublishMails(jdbc);
  }

  @Bean
  MailSignal mailSignal() {
    return new MailSignal();
  }

  @Bean
  MailTrace mailTrace(Tracer tracer, Propagator propagator) {
    return new MailTrace(tracer, propagator);
  }

  @Bean
  QueueMail queueMail(
      MailRepository mails,
      ErasedRecipients erased,
      MailPublisher publisher,
      MailSignal signal,
      Clock clock,
      MailProperties properties) {
    return new QueueMail(mails, erased, publisher, signal, clock, properties.giveUpAfter());
  }

  @Bean
  EraseRecipient eraseRecipient(
      MailRepository mails, ErasedRecipients erased, MailPublisher publisher, Clock clock) {
    return new EraseRecipient(mails, erased, publisher, clock);
  }

  @Bean
  Subscription mailCommands(
      Subscriptions subscriptions,
      QueueMail queueMail,
      EraseRecipient eraseRecipient,
      MailTrace trace,
      JsonMapper json) {
    MailRequests requests = new MailRequests(queueMail, trace, json);
    ErasureRequests erasures = new ErasureRequests(eraseRecipient);
    return subscriptions
        .to(MailCommands.TOPIC)
        .on(MailRequests.TYPE, MailRequestedV1.class, requests::handle)
        .on(ErasureRequests.TYPE, ErasureRequestedV1.class, erasures::handle);
  }

  @Bean
  ComposeMail composeMail(
      MailTemplates templates,
      PublicUrl publicUrl,
      @Value("${switchboard.link-key}") String linkKey,
      JsonMapper json,
      Clock clock) {
    return new ComposeMail(templates, publicUrl, new Seal(linkKey), json, clock);
  }

  @Bean
  RecordDelivery recordDelivery(
      MailRepository mails,
      MailPublisher publisher,
      PlatformTransactionManager transactions,
      MailProperties properties,
      Clock clock,
      MeterRegistry meters) {
    return new RecordDelivery(
        mails,
        publisher,
        new TransactionTemplate(transactions),
        new RetryPauses(properties.firstPause(), properties.longestPause(), new SecureRandom()),
        clock,
        meters);
  }

  @Bean
  SendMail sendMail(
      ComposeMail composeMail,
      MailTransport transport,
      RecordDelivery recordDelivery,
      MailTrace trace) {
    return new SendMail(composeMail, transport, recordDelivery, trace);
  }

  @Bean
  MailDispatcher mailDispatcher(
      @Value("${switchboard.instance}") String instance,
      MailRepository mails,
      PlatformTransactionManager transactions,
      SendMail sendMail,
      RecordDelivery recordDelivery,
      MailTransport transport,
      MailSignal signal,
      MailProperties properties,
      Clock clock) {
    return new MailDispatcher(
        instance,
        mails,
        new TransactionTemplate(transactions),
        sendMail,
        recordDelivery,
        transport,
        signal,
        properties,
        clock);
  }

  @Bean
  MeterBinder queuedMails(
      MailRepository mails, PlatformTransactionManager transactions, Clock clock) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return registry -> {
      Gauge.builder("switchboard.mail.queued", () -> asSystem(transaction, mails::queued))
          .description("Mails that wait for their first or next try")
          .register(registry);
      Gauge.builder(
              "switchboard.mail.oldest.queued",
              () -> asSystem(transaction, () -> mails.oldestQueuedSeconds(clock.instant())))
          .baseUnit("seconds")
          .description("Time since the oldest of them was asked for")
          .register(registry);
    };
  }

  private static Number asSystem(TransactionTemplate transaction, Supplier<Number> look) {
    return Tenancy.asSystem(
        () -> Objects.requireNonNull(transaction.execute(status -> look.get())));
  }
}
