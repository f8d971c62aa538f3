-- Who has claimed a slot that another took looks for that one's consent (ADR 6); few have one.
create index spare_consent_of_slot on seat (slot_id, user_id) where spare_consent;
