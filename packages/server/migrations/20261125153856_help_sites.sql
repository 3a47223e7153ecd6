-- A help center is found by its name in an address, which is its workspace's code, or by the domain it has of its own.
create index help_centers_identifier_idx on help_centers (identifier);
create index help_centers_domain_idx on help_centers (custom_domain) where custom_domain is not null;

-- How its pages look: a colour such as #0b6b57, and the words on top of the start page by locale.
alter table help_centers
  add column accent_color text not null default '#0b6b57' check (accent_color ~ '^#[0-9a-f]{6}$'),
  add column headline jsonb not null default '{}';
