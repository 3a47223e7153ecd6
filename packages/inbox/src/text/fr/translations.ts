import type { Translated } from '../catalog.ts'
import type { translations as english } from '../en/translations.ts'

export const translations: Translated<typeof english> = {
  from: 'Traduit de : {language}',
  sentIn: 'Langue d’envoi : {language}',
  showOriginal: 'Voir l’original',
  showTranslation: 'Voir la traduction',
  showSent: 'Voir ce qui a été envoyé',
  showWritten: 'Voir ce qui a été écrit',
  someFailed: {
    one: 'Un message n’a pas pu être traduit.',
    many: '{count} messages n’ont pas pu être traduits.',
    other: '{count} messages n’ont pas pu être traduits.',
  },
  failed: 'Les messages n’ont pas pu être traduits : {reason}',

  into: 'Traduire : {language}',
  reply: '{language} : ce qui sera envoyé',
  replyHint: 'Votre réponse sera montrée ici avant d’être envoyée ({language}).',
  stale: 'Votre texte a changé : traduisez-le de nouveau.',
  translate: 'Traduire',
  translating: 'Traduction en cours',
  sendIn: 'Envoyer ({language})',
  sendAsWritten: 'Envoyer tel quel',
  replyFailed: 'Votre réponse n’a pas pu être traduite et n’est pas envoyée : {reason}',
}
