import type { Translated } from '../catalog.ts'
import type { inbox as english } from '../en/inbox.ts'

export const inbox: Translated<typeof english> = {
  nothingChosen: 'Choisissez une conversation pour la lire',

  next: 'Conversation suivante',
  previous: 'Conversation précédente',
  reply: 'Répondre',
  note: 'Écrire une note',
  send: 'Envoyer',
  sendAndClose: 'Envoyer et fermer',
  close: 'Fermer la conversation',
  snooze: 'Mettre en veille',
  assign: 'Attribuer',
  assignToMe: 'S’attribuer',
  tag: 'Étiqueter',
  priority: 'Fixer la priorité',
}
