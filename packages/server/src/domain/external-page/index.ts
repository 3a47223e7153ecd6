export {
  deleteExternalPage,
  deleteSourceWithPages,
  dropPageNamed,
  findExternalPage,
  listExternalPages,
  saveExternalPage,
  updateExternalPage,
} from './external-page.ts'
