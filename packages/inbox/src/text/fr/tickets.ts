import type { Translated } from '../catalog.ts'
import type { tickets as english } from '../en/tickets.ts'

export const tickets: Translated<typeof english> = {
  count: { one: '{count} ticket', other: '{count} tickets' },
  find: 'Chercher dans les titres et descriptions',
  none: 'Aucun ticket pour l’instant',
  noneSays: 'Les tickets apparaissent ici quand des clients ou des collègues en créent.',
  asBoard: 'Afficher en colonnes',
  asTable: 'Afficher en liste',
  board: 'Tickets par état',

  title: 'Titre',
  state: 'État',
  type: 'Type',
  contacts: 'Personnes',
  open: 'Ouvert',
  updated: 'Modification',
  number: 'Numéro',
  ticket: 'Ticket',

  submitted: 'Soumis',
  inProgress: 'En cours',
  waiting: 'En attente du client',
  resolved: 'Résolu',

  move: 'Déplacer « {title} »',
  moveTo: 'Déplacer vers',
  moved: 'Déplacé vers {state}',
  moveFailed: 'Le ticket n’a pas été déplacé',
  findState: 'Chercher un état',
}
