package dev.switchboard.notification.template;

/** Why a charge has failed, in the words of each language (E7). */
enum FailureReason {
  CARD_DECLINED(
      "The bank declined the charge.",
      "El banco ha rechazado el cargo.",
      "La banque a refusé le débit."),
  INSUFFICIENT_FUNDS(
      "There was not enough money for it.",
      "No había fondos suficientes.",
      "La provision était insuffisante."),
  CARD_EXPIRED("The card has expired.", "La tarjeta ha caducado.", "La carte a expiré."),
  PROCESSING_ERROR(
      "There was a fault while the payment was made.",
      "Se ha producido un error al procesar el pago.",
      "Une erreur s’est produite pendant le paiement."),
  NEEDS_ACTION(
      "The bank wants you to confirm the payment.",
      "El banco quiere que confirmes el pago.",
      "La banque vous demande de confirmer le paiement."),
  OTHER(
      "The payment did not go through.",
      "El pago no se ha completado.",
      "Le paiement n’a pas abouti.");

  private final String english;
  private final String spanish;
  private final String french;

  FailureReason(String english, String spanish, String french) {
    this.english = english;
    this.spanish = spanish;
    this.french = french;
  }

  /** The reason with this code; codes are added over time, and an unknown one is any reason. */
  static FailureReason of(String code) {
    for (FailureReason each : values()) {
      if (each.name().equals(code)) {
        return each;
      }
    }
    return OTHER;
  }

  String words(MailLanguage language) {
    return switch (language) {
      case EN -> english;
      case ES -> spanish;
      case FR -> french;
    };
  }
}
