-- Every text an internal article has had, as articles have theirs: the newest is the one that is read.
create sequence internal_article_version_id_seq;
create table internal_article_versions (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('internal_article_version_id_seq'),
  internal_article_id bigint not null,
  title text not null,
  body text not null,
  body_markdown text not null,
  created_by bigint,
  created_via text not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, internal_article_id) references internal_articles (workspace_id, id) on delete cascade
);
create index internal_article_versions_article_idx
  on internal_article_versions (workspace_id, internal_article_id, id desc);
alter table internal_articles add column version_id bigint;

insert into internal_article_versions
  (workspace_id, internal_article_id, title, body, body_markdown, created_by, created_via, created_at, updated_at)
select workspace_id, id, title, body, body_markdown, updated_by, 'api', updated_at, updated_at from internal_articles;
update internal_articles a set version_id = v.id from internal_article_versions v
where v.workspace_id = a.workspace_id and v.internal_article_id = a.id;

insert into telling.objects (table_name, object_type, object_id) values
  ('internal_article_versions', $$'internal_article'$$, 'r.internal_article_id::text');
