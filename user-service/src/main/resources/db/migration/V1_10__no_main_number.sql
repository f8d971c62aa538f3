-- B8: the main number can be unassigned from the company, which then has none.
alter table account alter column main_number drop not null;
