export {
  createInternalArticle,
  deleteInternalArticle,
  deleteInternalArticles,
  findInternalArticle,
  listInternalArticles,
  requireInternalArticleToTag,
  searchInternalArticles,
  updateInternalArticle,
} from './internal-article.ts'
export { editInternalArticle, saveInternalText } from './save-text.ts'
export { findInternalVersion, listInternalVersions } from './version.ts'
