package dev.switchboard.notification.transport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpProperties.class)
class TransportConfiguration {

  /** It introduces itself by the sender's domain; the host's own name may be anything. */
  @Bean
  SmtpMailTransport mailTransport(JavaMailSenderImpl server, SmtpProperties properties) {
    server.getJavaMailProperties().setProperty("mail.smtp.localhost", properties.domain());
    return new SmtpMailTransport(server, properties);
  }
}
