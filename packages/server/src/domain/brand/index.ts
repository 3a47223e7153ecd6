export { type BrandInput, createBrand, findBrand, listBrands } from './brand.ts'
