"""Views with plain names, for Datasette, DBeaver, Excel and reports."""

STATEMENTS = (
    """
CREATE VIEW deadlines AS -- work with a last day, with its document
SELECT
  t.end_on AS end_on, -- last day: the deadline
  t.start_on AS start_on, -- first day
  t.action AS action, -- the work, in the document's words
  (SELECT group_concat(u.name, '; ') FROM task_units tu JOIN units u USING (unit)
    WHERE tu.task = t.task AND tu.role = 'lead' AND tu.member = 0) AS leads, -- chủ trì
  (SELECT group_concat(u.name, '; ') FROM task_units tu JOIN units u USING (unit)
    WHERE tu.task = t.task AND tu.role = 'partner' AND tu.member = 0) AS partners, -- phối hợp
  d.number AS document_number, -- số và ký hiệu
  i.name AS issuer, -- who issued the plan
  i.area AS area, -- its place
  d.issued_on AS issued_on, -- day of issue
  d.subject AS subject, -- what the plan is about
  t.section AS section, -- number path of the heading
  t.precision AS precision, -- day, month, quarter, ...
  t.corrected AS corrected, -- 1 when a person set a value
  t.as_written AS as_written, -- the words in the document
  d.id AS document -- documents.id
FROM tasks t JOIN documents d USING (doc) LEFT JOIN units i ON i.unit = d.issuer
WHERE t.end_on IS NOT NULL""",
    """
CREATE VIEW citation_links AS -- who cites what, and what it resolves to
SELECT
  d.id AS document, -- documents.id of the one that cites
  d.number AS document_number, -- its number
  c.role AS role, -- basis, implements, mention, ...
  c.kind AS kind, -- kind of the cited document
  c.number AS number, -- its number as cited
  c.issued_on AS issued_on, -- its day as cited
  c.issuer AS issuer, -- its issuer as cited
  c.subject AS subject, -- its subject as cited
  c.resolution AS resolution, -- resolved, ambiguous, not-in-database
  t.id AS target, -- documents.id of what it resolves to
  t.number AS target_number, -- its number
  c.as_written AS as_written -- the words in the document
FROM citations c JOIN documents d USING (doc) LEFT JOIN documents t ON t.doc = c.target""",
    """
CREATE VIEW document_list AS -- documents with their issuer and counts
SELECT
  d.id AS id, -- documents.id
  d.name AS name, -- the file's name
  d.kind AS kind, -- tên loại
  d.number AS number, -- số và ký hiệu
  u.name AS issuer, -- who issued it
  u.area AS area, -- its place
  d.level AS level, -- the issuer's level
  d.issued_on AS issued_on, -- day of issue
  d.subject AS subject, -- what it is about
  d.period AS period, -- the time it is for
  d.status AS status, -- stored, or probable-duplicate that waits for a person
  (SELECT count(*) FROM tasks t WHERE t.doc = d.doc) AS tasks, -- how many tasks
  (SELECT count(*) FROM citations c WHERE c.doc = d.doc) AS citations, -- how many citations
  (SELECT count(*) FROM findings f LEFT JOIN verdicts v ON v.finding = f.id
    WHERE f.doc = d.doc AND coalesce(v.status, 'open') = 'open') AS open_findings -- still open
FROM documents d LEFT JOIN units u ON u.unit = d.issuer""",
    """
CREATE VIEW open_findings AS -- findings on which nobody has decided
SELECT
  f.severity AS severity, -- error, warn, note
  f.rule AS rule, -- code of the catalogue
  f.name AS name, -- the fault in words
  d.number AS document_number, -- số và ký hiệu
  d.name AS document_name, -- the file's name
  f.message AS message, -- what is wrong
  f.advice AS advice, -- what to do
  f.count AS count, -- places that share the cause
  d.id AS document, -- documents.id
  f.id AS finding -- findings.id
FROM findings f JOIN documents d USING (doc) LEFT JOIN verdicts v ON v.finding = f.id
WHERE coalesce(v.status, 'open') = 'open'""",
    """
CREATE VIEW active_corrections AS -- values that people set and did not take back
SELECT
  d.id AS document, -- documents.id
  d.number AS document_number, -- số và ký hiệu
  c.item AS item, -- id of the item, empty for the document's own fields
  c.field AS field, -- the field
  c.before AS before, -- as it was read, JSON
  c.value AS value, -- the person's value, JSON
  c.who AS who, -- who
  c.at AS at, -- when
  c.why AS why -- the reason given
FROM corrections c JOIN documents d USING (doc) WHERE c.undone_at IS NULL""",
    """
CREATE VIEW campaign_mentions AS -- which plan names which movement, with the period it gives
SELECT
  c.name AS campaign, -- the movement
  c.kind AS kind, -- phong trào thi đua, cuộc vận động, ...
  m.period AS period, -- the period as printed in the plan
  m.start_on AS start_on, -- its first day
  m.end_on AS end_on, -- its last day
  d.number AS document_number, -- số và ký hiệu
  d.id AS document -- documents.id
FROM document_campaigns m JOIN campaigns c USING (campaign) JOIN documents d USING (doc)""",
)
