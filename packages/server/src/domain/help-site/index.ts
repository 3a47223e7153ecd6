export {
  everyPage,
  idOfSlug,
  type Leaf,
  leadFrom,
  leavesOf,
  type Page,
  pageOf,
  popularLeaves,
  type Shelf,
  shelvesOf,
} from './browse.ts'
export { countOpinion, countView, type Opinion } from './opinion.ts'
export { readerOf } from './reader.ts'
export { type FoundPage, searchSite } from './search.ts'
export { type Site, type SiteLink, selectDomains, selectSite } from './site.sql.ts'
export { changeSite, findSite, HELP_DOMAIN_CHANNEL } from './theme.ts'
