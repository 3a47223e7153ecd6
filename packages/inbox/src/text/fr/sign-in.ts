import type { Translated } from '../catalog.ts'
import type { signIn as english } from '../en/sign-in.ts'

export const signIn: Translated<typeof english> = {
  title: 'Se connecter',
  says: 'Répondez à vos clients depuis un seul endroit.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  credentialsWrong: 'L’adresse e-mail ou le mot de passe est incorrect.',
  nowhereToGo: 'Ce compte n’appartient plus à aucun espace de travail. Demandez une nouvelle invitation.',
  twoFactorRequired: 'Cet espace de travail demande un second facteur. Configurez-le pour continuer.',
  passwordWrong: 'Le mot de passe actuel est incorrect.',
  passwordWeak: 'Un mot de passe compte au moins 10 caractères.',
  passwordLong: 'Un mot de passe compte au plus 512 caractères.',

  or: 'ou',
  ssoWith: 'Se connecter à {workspace} par ailleurs',
  ssoFailed: 'Votre fournisseur d’identité n’a pas reconnu de membre de l’équipe.',
  passwordNotAllowed: 'Cet espace de travail demande de passer par son fournisseur d’identité.',
  codeWrong: 'Le code est incorrect, ou a déjà servi.',
  linkInvalid: 'Ce lien a déjà servi ou a expiré. Demandez-en un autre.',
  emailTaken: 'Cette adresse a déjà un compte.',

  codeTitle: 'Saisissez votre code',
  codeSays: 'Les six chiffres affichés par votre application, ou l’un de vos codes de secours.',
  code: 'Code',
  codeSubmit: 'Continuer',
  back: 'Retour à la connexion',

  forgot: 'Mot de passe oublié ?',
  forgotTitle: 'Définir un nouveau mot de passe',
  forgotSays: 'Nous vous envoyons un lien pour le définir.',
  forgotSubmit: 'Envoyer le lien',
  forgotSent: 'Si cette adresse a un compte, un lien est en route. Il ne vaut que peu de temps.',

  anotherLink: 'Envoyer un autre lien',
  resetTitle: 'Choisissez un nouveau mot de passe',
  resetSays: 'Pour {email}. Vos autres sessions prennent fin.',
  newPassword: 'Nouveau mot de passe',
  resetSubmit: 'Le définir et se connecter',

  invitationTitle: 'Rejoindre {workspace}',
  invitationSays: '{inviter} invite {email}.',
  yourName: 'Votre nom',
  yourPassword: 'Votre mot de passe',
  invitationSubmit: 'Rejoindre',

  setupTitle: 'Bienvenue dans Guichet',
  setupSays: 'Vous êtes la première personne ici : devenez propriétaire de l’espace de travail.',
  workspaceName: 'Nom de l’espace de travail',
  setupSubmit: 'Commencer',
}
