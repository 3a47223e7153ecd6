import type { Translated } from '../catalog.ts'
import type { compose as english } from '../en/compose.ts'

export const compose: Translated<typeof english> = {
  to: 'À',
  findPerson: 'Trouver quelqu’un par son nom ou son adresse',
  notTo: 'Ne pas écrire à {name}',
  channel: 'Par',
  messenger: 'Messagerie',
  email: 'E-mail',
  subject: 'Objet',
  message: 'Votre message',
  placeholder: 'Écrire un message',
  notSent: 'Rien n’est parti, et votre texte est encore là : {reason}',
  noPerson: 'Choisissez à qui écrire.',
  noSubject: 'Un e-mail a besoin d’un objet.',
  noWords: 'Écrivez d’abord quelque chose, ou joignez un fichier.',
  gone: 'Cette personne n’est plus là. Choisissez quelqu’un d’autre.',

  contact_blocked: 'Cette personne est bloquée : personne ne peut lui écrire.',
  contact_archived: 'Cette personne est archivée : personne ne peut lui écrire avant qu’elle soit rétablie.',
  contact_without_email: 'Pas par e-mail : on ne connaît pas l’adresse de cette personne.',
  contact_unsubscribed: 'Pas par e-mail : cette personne s’est désabonnée.',
  contact_bounced: 'Pas par e-mail : ceux qu’on lui envoie reviennent.',
  contact_marked_spam: 'Pas par e-mail : cette personne en a signalé un comme indésirable.',
  mailbox_missing: 'Pas par e-mail : aucune adresse n’est prête à recevoir les réponses.',
  mail_server_missing: 'Pas par e-mail : aucun serveur de messagerie n’est configuré.',
}
