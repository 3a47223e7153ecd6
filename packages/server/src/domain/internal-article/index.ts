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
