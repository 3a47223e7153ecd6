import type { Translated } from '../catalog.ts'
import type { helpSite as english } from '../en/help-site.ts'

export const helpSite: Translated<typeof english> = {
  siteSays: 'Ses lecteurs le trouvent à {url}.',
  siteName: 'Nom',
  accent: 'Couleur',
  logo: 'Logo',
  logoHint: 'Une adresse qui commence par https. Sans elle, le nom en tient lieu.',
  headline: 'Formule d’accueil ({language})',
  headlineHint: 'Si vous n’écrivez rien, la formule habituelle y figure.',
  domain: 'Domaine propre',
  domainHint: 'Tel que help.example.com, une fois que ce nom mène à ce serveur.',
  links: 'Liens de la barre',
  linksHint: 'Un par ligne : le texte, une espace et l’adresse.',
  contact: 'Écrire à l’équipe',
  contactOff: 'Pas de formulaire',
  contactConversation: 'Commence une conversation',
  contactTicket: 'Commence un ticket : {type}',
  showsNews: 'Afficher les actualités',
  turnedOn: 'Visible de tous',
  open: 'Ouvrir',
  onlyAdmins: 'Les propriétaires et administrateurs changent cela.',
  saveFailed: 'Ce n’est pas enregistré',
}
