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
}
