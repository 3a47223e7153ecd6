import type { Language } from '../language.ts'

/** What the pages of a help center say around its content. `{…}` in a text stands for what the page puts there. */
export interface HelpTexts {
  headline: string
  search: string
  searchPlaceholder: string
  searching: string
  nothingFound: string
  nothingFoundHint: string
  resultsFor: string
  articles: (count: number) => string
  results: (count: number) => string
  allCollections: string
  skip: string
  home: string
  language: string
  updated: string
  writtenBy: string
  onlyIn: string
  opinionQuestion: string
  opinions: { sad: string; neutral: string; happy: string }
  opinionThanks: string
  related: string
  popular: string
  contact: string
  contactLead: string
  notFound: string
  notFoundHint: string
  empty: string
  emptyHint: string
  more: string
  earlier: string
  later: string
  madeWith: string
}

const en: HelpTexts = {
  headline: 'How can we help?',
  search: 'Search',
  searchPlaceholder: 'Search for articles…',
  searching: 'Searching…',
  nothingFound: 'Nothing found for “{phrase}”',
  nothingFoundHint: 'Try fewer or other words, or write to us.',
  resultsFor: 'Results for “{phrase}”',
  articles: count => (count === 1 ? '1 article' : `${count} articles`),
  results: count => (count === 1 ? '1 result' : `${count} results`),
  allCollections: 'All collections',
  skip: 'Skip to the content',
  home: 'Back to the start',
  language: 'Language',
  updated: 'Updated {date}',
  writtenBy: 'Written by {name}',
  onlyIn: 'This article is not translated yet.',
  opinionQuestion: 'Did this answer your question?',
  opinions: { sad: 'Disappointed', neutral: 'Neutral', happy: 'Happy' },
  opinionThanks: 'Thank you for telling us.',
  related: 'Related articles',
  popular: 'Popular articles',
  contact: 'Write to us',
  contactLead: 'Did not find it?',
  notFound: 'This page is not here',
  notFoundHint: 'It may have moved. Search for it, or go back to the start.',
  empty: 'Nothing is published here yet',
  emptyHint: 'Come back soon, or write to us.',
  more: 'More',
  earlier: 'Previous page',
  later: 'Next page',
  madeWith: 'Runs on {product}',
}

const fr: HelpTexts = {
  headline: 'Comment pouvons-nous vous aider ?',
  search: 'Rechercher',
  searchPlaceholder: 'Rechercher un article…',
  searching: 'Recherche…',
  nothingFound: 'Aucun résultat pour « {phrase} »',
  nothingFoundHint: 'Essayez avec moins de mots ou d’autres, ou écrivez-nous.',
  resultsFor: 'Résultats pour « {phrase} »',
  articles: count => (count < 2 ? `${count} article` : `${count} articles`),
  results: count => (count < 2 ? `${count} résultat` : `${count} résultats`),
  allCollections: 'Toutes les collections',
  skip: 'Aller au contenu',
  home: 'Retour à l’accueil',
  language: 'Langue',
  updated: 'Mis à jour le {date}',
  writtenBy: 'Écrit par {name}',
  onlyIn: 'Cet article n’est pas encore traduit.',
  opinionQuestion: 'Cela répond-il à votre question ?',
  opinions: { sad: 'Déçu', neutral: 'Neutre', happy: 'Satisfait' },
  opinionThanks: 'Merci de nous l’avoir dit.',
  related: 'Articles liés',
  popular: 'Articles les plus lus',
  contact: 'Écrivez-nous',
  contactLead: 'Vous n’avez pas trouvé ?',
  notFound: 'Cette page n’existe pas',
  notFoundHint: 'Elle a peut-être été déplacée. Cherchez-la ou revenez à l’accueil.',
  empty: 'Rien n’est encore publié ici',
  emptyHint: 'Revenez bientôt, ou écrivez-nous.',
  more: 'Plus',
  earlier: 'Page précédente',
  later: 'Page suivante',
  madeWith: 'Propulsé par {product}',
}

const texts: Record<Language, HelpTexts> = { en, fr }

/** The words for a language of content: those of the nearest language that the pages themselves speak. */
export const textsFor = (locale: string): HelpTexts => (locale.split('-')[0] === 'fr' ? texts.fr : texts.en)

/** A text with what stands in for its placeholders. */
export const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
