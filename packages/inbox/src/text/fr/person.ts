import type { Translated } from '../catalog.ts'
import type { person as english } from '../en/person.ts'

export const person: Translated<typeof english> = {
  more: 'Plus',
  archive: 'Archiver',
  archived: 'Archivé',
  archivedNow: '{name} est dans les archives',
  archivedSays:
    'Dans les archives depuis le {day}. Aucune liste ni recherche ne montre cette personne, et nul ne peut lui écrire.',
  bringBack: 'Rétablir',
  broughtBack: '{name} est de retour',

  block: 'Bloquer',
  blockAsk: 'Bloquer {name} ?',
  blockSays:
    'Ce que cette personne écrit n’arrive plus, et ses conversations sont archivées. Nul autre ne pourra être créé avec le même e-mail ou le même ID externe. C’est sans retour : une personne bloquée ne peut plus qu’être supprimée.',
  blocked: 'Bloqué',
  blockedNow: 'Blocage fait : {name}',
  blockedSays:
    'Blocage le {day}. Ce que cette personne écrit n’arrive pas, et elle ne peut pas être rétablie.',

  delete: 'Supprimer à jamais',
  deleteAsk: 'Supprimer {name} à jamais ?',
  deleteSays:
    'Tout ce qu’on en sait disparaît : attributs, notes, étiquettes, événements, fichiers envoyés et e-mails reçus. Ce qui s’est dit dans les conversations reste, sans cette personne. C’est sans retour.',
  deleted: 'Suppression faite : {name}',

  merge: 'Fusionner avec quelqu’un d’autre',
  mergeLead:
    '{name} est un prospect. Choisissez l’utilisateur que c’était : tout ce qui est au prospect y passe, et le prospect disparaît.',
  mergeUser:
    '{name} est un utilisateur. Choisissez un prospect qui était la même personne : tout ce qui est au prospect passe ici, et le prospect disparaît.',
  findUser: 'Trouver un utilisateur par nom ou adresse',
  findLead: 'Trouver un prospect par nom ou adresse',
  chooseOther: 'Choisir quelqu’un d’autre que {name}',
  goes: 'Disparaît',
  stays: 'Reste',
  moving: 'Ce qui passe',
  nothingMoves: 'Rien ne dépend de {name} qui aurait à passer.',
  conversations: { one: '{count} conversation', other: '{count} conversations' },
  tickets: { one: '{count} ticket', other: '{count} tickets' },
  tags: { one: '{count} étiquette', other: '{count} étiquettes' },
  notes: { one: '{count} note', other: '{count} notes' },
  takenOver: 'Repris',
  notKept: 'Non gardé',
  value: '{label} : {value}',
  notAlike:
    'Les deux n’ont ni e-mail, ni téléphone, ni ID externe en commun : ce sont peut-être deux personnes. Une fusion est sans retour.',
  sameAllTheSame: 'C’est la même personne : fusionner quand même',
  notMergeable:
    'Ces deux-là ne se fusionnent pas : seul un prospect le peut, et seulement avec un utilisateur.',
  mergeDo: 'Fusionner à jamais',
  merged: 'Fusion faite : {from} est désormais {into}',

  goneTitle: 'Cette personne n’est pas ici',
  goneSays: 'Elle a été supprimée à jamais, ou le lien est incomplet.',
  mergedTitle: 'Cette personne a été fusionnée',
  mergedSays: 'Tout ce qui était à elle est désormais chez {name}.',
  toSurvivor: 'Voir {name}',
  toContacts: 'Voir les contacts',

  showArchived: 'Afficher les personnes archivées',
  archivedOnly:
    'Seules les personnes archivées sont affichées : aucune autre liste ni recherche ne les montre.',
  showOthers: 'Revenir aux autres',
  archivedCount: { one: '{count} archivé', other: '{count} archivés' },
  noneArchived: 'Personne dans les archives',
  noneArchivedSays: 'Toute personne archivée se retrouve ici, et peut être rétablie.',
}
