export {
  createSnippet,
  deleteSnippet,
  deleteSnippets,
  findSnippet,
  listSnippets,
  requireSnippetToTag,
  updateSnippet,
  viewSnippets,
} from './content-snippet.ts'
export type { SnippetView } from './content-snippet.view.ts'
