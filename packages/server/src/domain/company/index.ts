export { type CompanyRef, findCompany } from './company.require.ts'
