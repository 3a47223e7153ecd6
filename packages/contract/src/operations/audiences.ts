import { Audience, AudienceList, Predicate } from '../models/audience.ts'
import { family } from '../operation.ts'
import { model, nullable, optional, Type } from '../schema.ts'
import { pageQuery } from './paging.ts'

export const CreateAudienceRequest = model('create_audience_request', {
  // Missing is told by the domain, with the status that the API gives it.
  name: optional(nullable(Type.String())),
  predicates: optional(Type.Array(Predicate)),
  role_predicates: optional(Type.Array(Predicate)),
})

export const UpdateAudienceRequest = model('update_audience_request', {
  name: optional(nullable(Type.String())),
  predicates: optional(Type.Array(Predicate)),
  role_predicates: optional(Type.Array(Predicate)),
})

export const audiences = family({
  list: {
    method: 'GET',
    path: '/audiences',
    since: '2.16',
    scope: 'read_content',
    summary: 'Audiences, page by page',
    query: Type.Object({ ...pageQuery }),
    answer: AudienceList,
  },
  create: {
    method: 'POST',
    path: '/audiences',
    since: '2.16',
    scope: 'write_content',
    summary: 'Create an audience',
    body: CreateAudienceRequest,
    status: 201,
    answer: Audience,
  },
  find: {
    method: 'GET',
    path: '/audiences/{id}',
    since: '2.16',
    scope: 'read_content',
    summary: 'One audience',
    answer: Audience,
  },
  update: {
    method: 'PUT',
    path: '/audiences/{id}',
    since: '2.16',
    scope: 'write_content',
    summary: 'Change an audience',
    body: UpdateAudienceRequest,
    bodyOptional: true,
    answer: Audience,
  },
  delete: {
    method: 'DELETE',
    path: '/audiences/{id}',
    since: '2.16',
    scope: 'write_content',
    summary: 'Delete an audience',
    status: 204,
  },
})
