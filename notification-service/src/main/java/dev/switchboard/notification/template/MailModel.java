package dev.switchboard.notification.template;

import java.util.Map;

/** What a template shows; one record per template. */
public sealed interface MailModel permits InvitationModel {

  /** Name of the template: its folder. */
  String template();

  /** The names that people gave; each is one clean line. */
  Map<String, String> names();

  /** The rest, in the recipient's words. */
  Map<String, String> facts(MailLanguage language);
}
