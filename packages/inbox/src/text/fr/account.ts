import type { Translated } from '../catalog.ts'
import type { account as english } from '../en/account.ts'

export const account: Translated<typeof english> = {
  title: 'Votre compte',
  says: 'Comment vos collègues et vos clients vous voient, et comment vous vous connectez.',
  profile: 'Profil',
  name: 'Nom',
  jobTitle: 'Fonction',
  saved: 'Enregistré',
  password: 'Mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  passwordHint: 'Au moins 10 caractères. Vos autres sessions prennent fin quand il change.',
  changePassword: 'Changer le mot de passe',
  passwordChanged: 'Le mot de passe est changé. Vos autres sessions ont pris fin.',
  sessions: 'Où vous êtes connecté',
  thisSession: 'Celle-ci',
  sessionHere: '{workspace} · {ip} · vue {time}',
  endSession: 'Terminer',
  endOthers: 'Terminer toutes les autres',
  sessionEnded: 'La session a pris fin',
  unknownDevice: 'Un autre programme',
}
