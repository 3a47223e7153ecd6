export { ensureHelpCenter } from './ensure-help-center.ts'
export { mayReadArticles, mayWriteArticles } from './help-center.policy.ts'
export type { HelpCenterRow } from './help-center.sql.ts'
export {
  addLocales,
  defaultHelpCenter,
  findHelpCenter,
  helpCentersById,
  listHelpCenters,
  requireHelpCenter,
} from './help-center.ts'
export { addressOf, isMultilingual, pageAddress, viewSite } from './help-center.view.ts'
export { eachLocale, isFields } from './locales.ts'
