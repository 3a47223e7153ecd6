import { ObjectSegments, Segment, SegmentList } from '../models/segment.ts'
import { family } from '../operation.ts'
import { BooleanInput, optional, Type } from '../schema.ts'

export const segments = family({
  list: {
    method: 'GET',
    path: '/segments',
    scope: 'read_users_and_companies',
    summary: 'All segments',
    query: Type.Object({ include_count: optional(BooleanInput()) }),
    answer: SegmentList,
  },
  find: {
    method: 'GET',
    path: '/segments/{id}',
    scope: 'read_users_and_companies',
    summary: 'One segment',
    answer: Segment,
  },
  listForContact: {
    method: 'GET',
    path: '/contacts/{contact_id}/segments',
    scope: 'read_users_and_companies',
    summary: 'Segments a contact is in',
    answer: ObjectSegments,
  },
  listForCompany: {
    method: 'GET',
    path: '/companies/{id}/segments',
    scope: 'read_users_and_companies',
    summary: 'Segments a company is in',
    answer: ObjectSegments,
  },
})
