export { type BrandInput, createBrand, findBrand, listBrands } from './brand.ts'
export { addBrand, deleteBrand, updateBrand } from './set-brands.ts'
