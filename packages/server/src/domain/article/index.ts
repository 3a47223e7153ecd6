export { readAvailability, readBody, requireTeammate } from './article.input.ts'
export { type ArticleRef, articleRef, requireArticleToTag } from './article.require.ts'
export { searchArticles } from './article.search.ts'
export {
  createArticle,
  deleteArticle,
  findArticle,
  listArticles,
  updateArticle,
} from './article.ts'
export { type ArticleView, viewArticles } from './article.view.ts'
export { deleteContents, setContentStates } from './change-contents.ts'
export type { Availability } from './content.sql.ts'
export { findDraft, publishDraft, stageDraft } from './draft.ts'
export { findForEditing } from './edit.ts'
export { placeArticle } from './place.ts'
export { publishDue } from './publish-due.ts'
export { discardText, saveText } from './save-text.ts'
export { findVersion, listVersions } from './version.ts'
