-- D6, F4: what a deleted user had is held: for himself while the deletion can be undone, and the extension for longer.

-- Null: in use. Else it is nobody's to dial, and nobody else gets it before this time.
alter table extension add held_until timestamptz;
create index extension_held on extension (held_until) where held_until is not null;

-- Of the closed line of a deleted user; until then nobody else gets its extension.
alter table line add held_until timestamptz;
alter table line add constraint held_is_closed check (held_until is null or state = 'CLOSED');
