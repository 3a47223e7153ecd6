import { Segment } from '../../models/segment.ts'
import { family } from '../../operation.ts'
import { Dictionary, model, oneOf, Type } from '../../schema.ts'

/** `contact` is a lead, as in the answer. `rules` is the query of a search, whose dates may be `{ days_ago: 30 }`. */
export const SaveSegmentRequest = model('save_segment_request', {
  name: Type.String(),
  person_type: oneOf('user', 'contact'),
  rules: Dictionary(),
})

/** Making segments, which the public API lists and does not make. */
export const savedSegments = family({
  create: {
    access: 'session',
    method: 'POST',
    path: '/app/api/segments',
    scope: 'read_write_users',
    summary: 'Keep a filter of contacts as a segment',
    body: SaveSegmentRequest,
    status: 201,
    answer: Segment,
  },
  delete: {
    access: 'session',
    method: 'DELETE',
    path: '/app/api/segments/{id}',
    scope: 'read_write_users',
    summary: 'Delete a segment that nothing asks for; the people stay',
    status: 204,
  },
})
