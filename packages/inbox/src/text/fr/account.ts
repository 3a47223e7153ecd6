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

  twoFactor: 'Second facteur',
  twoFactorSays: 'Un code d’une application sur votre téléphone, en plus du mot de passe.',
  twoFactorOn: 'Activé. Il reste {count} codes de secours.',
  twoFactorRequired: 'Cet espace de travail demande un second facteur. Configurez-le pour continuer.',
  turnOn: 'Le configurer',
  turnOff: 'Le désactiver',
  scan: 'Scannez ceci avec une application d’authentification, ou saisissez-y le secret :',
  qrLabel: 'Code QR du secret',
  confirmCode: 'Code affiché',
  confirm: 'Confirmer',
  recovery:
    'Gardez ces codes de secours en lieu sûr. Chacun permet d’entrer une fois sans téléphone, et ils ne sont affichés qu’ici.',
  codesKept: 'Je les ai gardés',
}
