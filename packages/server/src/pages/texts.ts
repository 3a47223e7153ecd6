import type { Language } from './language.ts'

/** What the pages say. `{…}` in a text stands for markup that the page puts there. */
export interface Texts {
  title: string
  lead: string
  firstHeading: string
  firstHint: string
  callHeading: string
  callHint: string
  goHeading: string
  reference: [name: string, says: string]
  inbox: [name: string, says: string]
  demo: [name: string, says: string]
  help: [name: string, says: string]
  health: [name: string, says: string]
  metrics: [name: string, says: string]
  documentsHeading: string
  documentsHint: string
  tokenHeading: string
  tokenHint: string
  otherLanguage: string
  consentTitle: string
  consentLead: string
  consentBack: string
  consentAllow: string
  consentDeny: string
  consentNotYours: string
  consentBroken: string
}

const en: Texts = {
  title: 'Guichet',
  lead: "Customer support on your own machine. Its API is Intercom's REST API, at every published version: change the base URL and what speaks it keeps working.",
  firstHeading: 'Be the first one in',
  firstHint:
    'The terminal that started this shows a link that makes you the owner. It leads to a first message, and you answer it.',
  callHeading: 'A first call',
  callHint:
    'Put your access token in place of $TOKEN. The second header chooses the version; without it you get {version}, or the one your app chose.',
  goHeading: 'Where to go',
  reference: ['Reference', 'Every operation, with a form to try it'],
  inbox: ['Inbox', 'Sign in to answer conversations and tickets'],
  demo: ['Demo', 'A shop with the messenger: write as a customer'],
  help: ['Help center', 'What your customers read: articles, and a search that forgives'],
  health: ['Health', 'Whether the database and its migrations are ready'],
  metrics: ['Metrics', 'For Prometheus: requests, latencies, memory'],
  documentsHeading: 'OpenAPI documents',
  documentsHint: 'One for each version, for code generators and other tools.',
  tokenHeading: 'Access tokens',
  tokenHint:
    'The first start printed one in the terminal, that once. Make more, or revoke them, on the command line:',
  otherLanguage: 'Français',
  consentTitle: 'Let {app} in?',
  consentLead: '{app} wants to be installed in the workspace {workspace}. It would be permitted to:',
  consentBack: 'Whatever you answer, you go back to {host}. An app can be taken out again at any time.',
  consentAllow: 'Allow',
  consentDeny: 'Do not allow',
  consentNotYours: 'Your role does not let you install apps: ask an admin of your workspace.',
  consentBroken: 'This link does not work',
}

const fr: Texts = {
  title: 'Guichet',
  lead: 'Le support client sur votre propre machine. Son API est l’API REST d’Intercom, dans toutes ses versions publiées : changez l’URL de base, et ce qui la parle continue de fonctionner.',
  firstHeading: 'Entrez le premier',
  firstHint:
    'Le terminal qui a démarré ceci affiche un lien qui fait de vous le propriétaire. Il mène à un premier message, et vous y répondez.',
  callHeading: 'Un premier appel',
  callHint:
    'Mettez votre jeton d’accès à la place de $TOKEN. Le second en-tête choisit la version ; sans lui, c’est la {version}, ou celle que votre application a choisie.',
  goHeading: 'Par où continuer',
  reference: ['Référence', 'Chaque opération, avec un formulaire pour l’essayer'],
  inbox: ['Boîte de réception', 'Connectez-vous pour répondre aux conversations et aux tickets'],
  demo: ['Démo', 'Une boutique avec la messagerie : écrivez comme un client'],
  help: ['Centre d’aide', 'Ce que lisent vos clients : des articles, et une recherche qui pardonne'],
  health: ['Santé', 'Si la base de données et ses migrations sont prêtes'],
  metrics: ['Métriques', 'Pour Prometheus : requêtes, latences, mémoire'],
  documentsHeading: 'Documents OpenAPI',
  documentsHint: 'Un par version, pour les générateurs de code et d’autres outils.',
  tokenHeading: 'Jetons d’accès',
  tokenHint:
    'Le premier démarrage en a affiché un dans le terminal, une seule fois. Créez-en d’autres, ou révoquez-les, en ligne de commande :',
  otherLanguage: 'English',
  consentTitle: 'Laisser entrer {app} ?',
  consentLead: '{app} demande à être installée dans l’espace de travail {workspace}. Elle pourrait :',
  consentBack:
    'Quelle que soit votre réponse, vous revenez à {host}. Une application peut être retirée à tout moment.',
  consentAllow: 'Autoriser',
  consentDeny: 'Ne pas autoriser',
  consentNotYours:
    'Votre rôle ne permet pas d’installer des applications : demandez à un administrateur de votre espace.',
  consentBroken: 'Ce lien ne fonctionne pas',
}

export const texts: Record<Language, Texts> = { en, fr }
