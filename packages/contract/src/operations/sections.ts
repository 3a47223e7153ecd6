import { DeletedSection, Section, SectionList } from '../models/section.ts'
import { TranslatedContentInput } from '../models/translated-content-input.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, optional, Type, texts } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const CreateSectionRequest = model('create_section_request', {
  name: texts(Type.String(), { missing: 'Name is a required parameter.' }),
  parent_id: IntegerInput(),
  translated_content: optional(nullable(TranslatedContentInput)),
})

export const UpdateSectionRequest = model('update_section_request', {
  name: optional(nullable(Type.String())),
  parent_id: optional(IntegerInput()),
  translated_content: optional(nullable(TranslatedContentInput)),
})

export const sections = family({
  list: {
    method: 'GET',
    path: '/help_center/sections',
    until: '2.9',
    scope: 'read_articles_scope',
    summary: 'Sections, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: SectionList,
  },
  create: {
    method: 'POST',
    path: '/help_center/sections',
    until: '2.9',
    scope: 'read_write_articles_scope',
    summary: 'Create a section',
    body: CreateSectionRequest,
    answer: Section,
  },
  find: {
    method: 'GET',
    path: '/help_center/sections/{id}',
    until: '2.9',
    scope: 'read_articles_scope',
    summary: 'One section',
    answer: Section,
  },
  update: {
    method: 'PUT',
    path: '/help_center/sections/{id}',
    until: '2.9',
    scope: 'read_write_articles_scope',
    summary: 'Change a section',
    body: UpdateSectionRequest,
    bodyOptional: true,
    answer: Section,
  },
  delete: {
    method: 'DELETE',
    path: '/help_center/sections/{id}',
    until: '2.9',
    scope: 'read_write_articles_scope',
    summary: 'Delete a section',
    answer: DeletedSection,
  },
})
