/** The mail with the link, in the language of the page that asked for it. */
export const letterIn = (locale: string, of: { name: string; link: string }) =>
  (locale.split('-')[0] === 'fr' ? french : english)(of)

const english = ({ name, link }: { name: string; link: string }) => ({
  subject: `Your requests to ${name}`,
  text: [
    `Somebody, you we hope, wants to see what you and ${name} wrote to each other.`,
    `To see it, open this link within an hour. It works once.\n\n${link}`,
    'If that was not you, there is nothing to do: nobody sees anything without this link.',
  ].join('\n\n'),
})

const french = ({ name, link }: { name: string; link: string }) => ({
  subject: `Vos demandes à ${name}`,
  text: [
    `Quelqu’un, vous sans doute, souhaite voir ce que vous et ${name} vous êtes écrit.`,
    `Pour le voir, ouvrez ce lien dans l’heure. Il ne fonctionne qu’une fois.\n\n${link}`,
    'Si ce n’était pas vous, il n’y a rien à faire : sans ce lien, personne ne voit rien.',
  ].join('\n\n'),
})
