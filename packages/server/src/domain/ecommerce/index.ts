export { importCatalog } from './import-catalog.ts'
export { createCatalogConnector, uploadCatalog } from './upload-catalog.ts'
