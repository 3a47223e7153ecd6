import { Brand, BrandList } from '../models/brand.ts'
import { family } from '../operation.ts'

export const brands = family({
  list: {
    method: 'GET',
    path: '/brands',
    since: '2.15',
    scope: 'read_brands',
    summary: 'All brands',
    answer: BrandList,
  },
  find: {
    method: 'GET',
    path: '/brands/{id}',
    since: '2.15',
    scope: 'read_brands',
    summary: 'One brand',
    answer: Brand,
  },
})
