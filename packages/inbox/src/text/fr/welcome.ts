import type { Translated } from '../catalog.ts'
import type { welcome as english } from '../en/welcome.ts'

export const welcome: Translated<typeof english> = {
  title: 'Bienvenue, {name}',
  says: 'Deux fenêtres suffisent pour voir comment cela marche : dans l’une vous êtes client, dans l’autre vous répondez.',
  writeTitle: 'Écrivez comme un client',
  writeSays: 'La démo est une petite boutique, avec la messagerie dans un coin. Posez-lui une question.',
  writeButton: 'Ouvrir la boutique',
  answerTitle: 'Répondez ici',
  answerWaits: 'Ce que vous écrivez apparaît ici dès que c’est envoyé.',
  answerFrom: '{name} a écrit :',
  answerButton: 'Répondre',
  furtherTitle: 'Et ensuite',
  shortcuts: 'Une touche pour tout',
  shortcutsSays: 'Ctrl K, ou ⌘ K, n’importe où',
  help: 'Votre centre d’aide',
  helpSays: 'Ce que vos clients lisent avant d’écrire',
  reference: 'Votre API',
  referenceSays: 'Chaque opération, avec un formulaire pour l’essayer',
  toInbox: 'Aller à la boîte de réception',
}
