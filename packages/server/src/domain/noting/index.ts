export { listCompanyNotes, listContactNotes, noteCompany, noteContact } from './noting.ts'
