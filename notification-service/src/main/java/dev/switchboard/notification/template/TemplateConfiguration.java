package dev.switchboard.notification.template;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

  @Bean
  MailTemplates mailTemplates() {
    return new MailTemplates();
  }

  @Bean
  PublicUrl publicUrl(@Value("${switchboard.public-url}") String url) {
    return new PublicUrl(url);
  }
}
