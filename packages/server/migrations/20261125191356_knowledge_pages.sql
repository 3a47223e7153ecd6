-- The order of articles in a collection; `position` is the order of an article's collections, the first of which is its home.
alter table article_parents add column place integer not null default 0;

-- What readers of help centers looked for, day by day, without who they were. `locale` is the language they read in.
create table help_searches (
  workspace_id text not null references workspaces (id) on delete cascade,
  -- By the calendar of the workspace: 2026-11-25.
  day text not null,
  locale text not null,
  -- As `domain/help-search` writes it down: lower case, one space between words, nothing that tells of somebody.
  phrase text not null,
  searches integer not null default 0,
  unanswered integer not null default 0,
  last_at bigint not null,
  primary key (workspace_id, day, locale, phrase)
);
