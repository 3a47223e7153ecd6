export {
  createSnippet,
  deleteSnippet,
  deleteSnippets,
  findSnippet,
  listSnippets,
  requireSnippetToTag,
  updateSnippet,
} from './content-snippet.ts'
