import type { Translated } from '../catalog.ts'
import type { helpSite as english } from '../en/help-site.ts'

export const helpSite: Translated<typeof english> = {
  siteSays: 'Ses lecteurs le trouvent à {url}.',
  siteName: 'Nom',
  accent: 'Couleur',
  logo: 'Logo',
  logoHint: 'Une adresse qui commence par https. Sans elle, le nom en tient lieu.',
  headline: 'Texte du haut ({language})',
  headlineHint: 'Laissé vide, les pages saluent d’elles-mêmes.',
  domain: 'Domaine propre',
  domainHint: 'Tel que help.example.com, une fois que ce nom mène à ce serveur.',
  links: 'Liens de la barre',
  linksHint: 'Un par ligne : des mots, une espace et une adresse.',
  contact: 'Écrire à l’équipe',
  contactOff: 'Pas de formulaire',
  contactConversation: 'Commence une conversation',
  contactTicket: 'Commence un ticket : {type}',
  showsNews: 'Montre les nouvelles',
  turnedOn: 'Le monde peut le voir',
  open: 'Ouvrir',
  onlyAdmins: 'Les propriétaires et administrateurs changent cela.',
  saveFailed: 'Ce n’est pas enregistré',
}
