export {
  deleteExternalPage,
  deleteSourceWithPages,
  findExternalPage,
  listExternalPages,
  saveExternalPage,
  updateExternalPage,
} from './external-page.ts'
